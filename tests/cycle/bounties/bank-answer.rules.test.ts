import { type BankAnswer, readBankAnswer } from '@fraisier/server/cycle/bounties/bank/bank-answer.ts';
import { payoutFile } from '@fraisier/server/cycle/bounties/payouts/payout-file.ts';
import { readOrder } from '@fraisier/server/platform/payments/bank-double/read-order.ts';
import { bankReason, bankReasonCodes } from '@fraisier/shared/cycle/bank-reasons.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { describe, expect, it } from 'vitest';
import { FakeBank } from '../../support/bank.ts';
import { payoutOrder as order } from '../../support/payout-order.ts';

const file = payoutFile(order);

async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (xml: string | Buffer) => readBankAnswer(inPieces(Buffer.from(xml)));

async function refusalOf(xml: string | Buffer): Promise<string> {
  const error = await read(xml).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`not refused: ${String(error)}`);
  expect(error.status).toBe(422);
  return error.reasons?.[0]?.code ?? '';
}

const gist = ({ lines }: BankAnswer) =>
  lines.map(({ kind, endToEndId, amountCents, reasonCode }) => [kind, endToEndId, amountCents, reasonCode]);

describe('an answer of the bank', () => {
  it.each(['03', '10'] as const)(
    'is read from pain.002.001.%s, letter by letter cut where it may be',
    async (version) => {
      const bank = new FakeBank();
      bank.close('NL91ABNA0417164300', 'AC04');
      const answer = await read(await bank.submit(file, version));
      expect(answer).toMatchObject({ kind: 'pain.002', version, messageId: 'BANK-000001' });
      expect(gist(answer)).toEqual([
        ['received', null, null, null],
        ['received', '2026-11-0123456789ab-1', 100_000, null],
        ['refused', '2026-11-ba9876543210-1', 83_970, 'AC04'],
      ]);
      expect(answer.lines[1]).toMatchObject({ messageId: order.messageId, account: order.debtor.iban, status: 'ACSP' });
    },
  );

  it.each(['02', '08'] as const)('is read from camt.054 and camt.053.001.%s', async (version) => {
    const bank = new FakeBank();
    await bank.submit(file);
    const notified = await read(bank.execute(version));
    expect(notified).toMatchObject({ kind: 'camt.054', version });
    expect(gist(notified)).toEqual([
      ['debited', '2026-11-0123456789ab-1', 100_000, null],
      ['debited', '2026-11-ba9876543210-1', 83_970, null],
    ]);
    expect(notified.lines[0]).toMatchObject({
      iban: 'FR7630001007941234567890185',
      account: order.debtor.iban,
      bookedOn: '2026-12-02',
      currency: 'EUR',
      source: 'notification',
    });
    const back = await read(bank.giveBack('2026-11-0123456789ab-1', 'AC06'));
    expect(gist(back)).toEqual([['returned', '2026-11-0123456789ab-1', 100_000, 'AC06']]);
    const statement = await read(bank.statement(version));
    expect(statement.kind).toBe('camt.053');
    expect(statement.lines.map((line) => line.reference).slice(1)).toEqual(
      [...notified.lines, ...back.lines].map((line) => line.reference),
    );
  });

  it('of one sum for the whole file names the file', async () => {
    const batch = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>S</MsgId>
      <CreDtTm>2026-12-02T20:00:00Z</CreDtTm></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>${order.debtor.iban}</IBAN></Id></Acct>
      <Ntry><Amt Ccy="EUR">1839.7</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-12-02</Dt></BookgDt>
      <AcctSvcrRef>B1</AcctSvcrRef><NtryDtls><Btch><PmtInfId>${order.messageId}.0</PmtInfId><NbOfTxs>2</NbOfTxs></Btch></NtryDtls></Ntry>
      <Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry></Stmt></BkToCstmrStmt></Document>`;
    expect((await read(batch)).lines).toMatchObject([
      { kind: 'debited', endToEndId: null, messageId: order.messageId, amountCents: 183_970, reference: 'B1' },
    ]);
  });

  it('that refuses a copy is no refusal of the transfer', async () => {
    const bank = new FakeBank();
    await bank.submit(file);
    const answer = await read(await bank.submit(file));
    expect(gist(answer)).toEqual([['received', null, null, 'DU01']]);
    expect(bank.execute()).toContain('0123456789ab');
    expect(bank.executed).toHaveLength(2);
  });

  const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${[1, 2, 3, 4, 5, 6, 7, 8, 9]
    .map((n) => `<!ENTITY lol${n} "${`&lol${n === 1 ? '' : n - 1};`.repeat(10)}">`)
    .join('')}]><Document>&lol9;</Document>`;
  const wrapped = (inner: string) =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">${inner}</Document>`;
  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n ', 'empty'],
    ['no XML', 'Bonjour', 'not_well_formed'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'encoding'],
    ['a billion laughs', laughs, 'doctype'],
    [
      'a file of the server',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>',
      'doctype',
    ],
    ['a document type elsewhere', '<!DOCTYPE a SYSTEM "https://evil.example/a.dtd"><Document/>', 'doctype'],
    ['an entity that nobody declared', wrapped('<a>&xxe;</a>'), 'not_well_formed'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-7"?><Document/>', 'encoding'],
    ['bytes that are no UTF-8', Buffer.from('<Document>\xe9</Document>', 'latin1'), 'encoding'],
    ['XML 1.1', '<?xml version="1.1"?><Document/>', 'not_well_formed'],
    ['an instruction', '<?xml-stylesheet href="a.xsl"?><Document/>', 'instruction'],
    [
      'the half of a file',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>',
      'not_well_formed',
    ],
    ['two roots', '<Document/><Document/>', 'not_well_formed'],
    ['an attribute twice', '<Document a="1" a="2"/>', 'not_well_formed'],
    ['a deep well', '<a>'.repeat(200) + '</a>'.repeat(200), 'too_deep'],
    ['our own file', file, 'unknown_message'],
    [
      'another kind of message',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.08"/>',
      'unknown_message',
    ],
    ['another version', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.99"/>', 'unknown_message'],
    ['a prototype', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:__proto__"/>', 'unknown_message'],
    ['a report of nothing', wrapped(''), 'malformed'],
  ])('is refused when it is %s', async (_what, xml, code) => {
    expect(await refusalOf(xml)).toBe(code);
  });

  it.each([
    ['an amount that is none', '>1000.00<', '>1e3<'],
    ['an amount of a third of a cent', '>1000.00<', '>1000.003<'],
    ['a negative amount', '>1000.00<', '>-1000.00<'],
    ['a day that is none', '<Dt>2026-12-02</Dt>', '<Dt>2026-02-30</Dt>'],
    ['no direction', '<CdtDbtInd>DBIT</CdtDbtInd>', ''],
    ['no account', `<IBAN>${order.debtor.iban}</IBAN>`, ''],
    ['a reference without end', '<EndToEndId>2026', `<EndToEndId>${'9'.repeat(200)}2026`],
  ])('is refused with %s', async (_what, from, to) => {
    const bank = new FakeBank();
    await bank.submit(file);
    const xml = bank.execute();
    expect(xml).toContain(from);
    expect(await refusalOf(xml.replaceAll(from, to))).toBe('malformed');
  });

  it('may say a reason in words, and each code has words in both languages', () => {
    for (const code of bankReasonCodes) {
      for (const locale of ['fr', 'en'] as const) expect(bankReason(code, locale).says).toMatch(/^[A-ZÀ-Ý].+\.$/);
    }
    expect(bankReason('ZZ99', 'en').says).toBe('The bank gives the code ZZ99.');
    expect(bankReason('constructor', 'fr').says).toContain('constructor');
  });
});

describe('the bank that tests stand for', () => {
  it('takes the file of the shop', async () => {
    expect(await readOrder(file)).toMatchObject({ messageId: order.messageId, faults: [], transfers: order.transfers });
  });

  it.each([
    ['a wrong sum', '<CtrlSum>1839.70<', '<CtrlSum>1839.71<', 'AM10'],
    ['a wrong count', '<NbOfTxs>2<', '<NbOfTxs>3<', 'AM18'],
    ['another currency', 'Ccy="EUR">83', 'Ccy="USD">83', 'AM03'],
    ['a bad IBAN', 'NL91ABNA', 'NL92ABNA', 'AC01'],
    ['a sign that it does not know', 'Jan de Vries', 'Jan 🍓', 'BE04'],
    ['the same reference twice', 'ba9876543210', '0123456789ab', 'FF01'],
    ['a Saturday', '<Dt>2026-12-02<', '<Dt>2026-12-05<', 'DT01'],
    ['an unstructured address', '</Nm></Cdtr>', '</Nm><PstlAdr><AdrLine>x</AdrLine></PstlAdr></Cdtr>', 'BE04'],
    ['charges to the payee', 'SLEV', 'CRED', 'FF01'],
  ])('refuses the whole of a file with %s', async (_what, from, to, code) => {
    expect(file).toContain(from);
    const bank = new FakeBank();
    const answer = await read(await bank.submit(file.replaceAll(from, to)));
    expect(gist(answer)).toEqual([['refused', null, null, code]]);
    bank.execute();
    expect(bank.executed).toEqual([]);
  });
});
