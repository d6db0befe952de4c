import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nextBankingDay } from '@fraisier/server/cycle/bounties/payouts/banking-day.ts';
import { hideIbans } from '@fraisier/server/cycle/bounties/payouts/hide-ibans.ts';
import { payoutFile } from '@fraisier/server/cycle/bounties/payouts/payout-file.ts';
import { payoutFileFaults } from '@fraisier/server/cycle/bounties/payouts/payout-file-faults.ts';
import { describe, expect, it } from 'vitest';
import { payoutOrder as order } from '../../support/payout-order.ts';

const xml = payoutFile(order);

/** Of the workspace's shared folder; a clone on its own does not have it. */
const schema = fileURLToPath(new URL('../../../../shared/data/pain.001.001.09.xsd', import.meta.url));
const whyNoSchema = !existsSync(schema)
  ? 'the schema is not on this machine'
  : hasXmllint()
    ? null
    : 'xmllint is not on this machine';

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the bank file', () => {
  it('says what a SEPA credit transfer has to say', () => {
    expect(payoutFileFaults(xml, order)).toEqual([]);
    for (const part of [
      '<MsgId>FRAISIER-20261201-1a2b3c4d</MsgId><CreDtTm>2026-12-01T23:30:05</CreDtTm><NbOfTxs>2</NbOfTxs><CtrlSum>1839.70</CtrlSum>',
      '<PmtMtd>TRF</PmtMtd>',
      '<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf><ReqdExctnDt><Dt>2026-12-02</Dt></ReqdExctnDt>',
      '<DbtrAgt><FinInstnId><BICFI>AGRIFRPP</BICFI></FinInstnId></DbtrAgt><ChrgBr>SLEV</ChrgBr>',
      '<Amt><InstdAmt Ccy="EUR">1000.00</InstdAmt></Amt><Cdtr><Nm>Camille d',
      '<RmtInf><Ustrd>Dotation 2026-11 Raton laveur</Ustrd></RmtInf>',
    ]) {
      expect(xml).toContain(part);
    }
  });

  it('says the same dates wherever the process runs', () => {
    const zone = process.env.TZ;
    try {
      for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Paris']) {
        process.env.TZ = other;
        expect(payoutFile(order), other).toBe(xml);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('leaves the BIC open where the shop has none', () => {
    const open = { ...order, debtor: { ...order.debtor, bic: '' } };
    expect(payoutFile(open)).toContain('<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>');
    expect(payoutFileFaults(payoutFile(open), open)).toEqual([]);
  });

  it.each([
    ['a wrong sum', (text: string) => text.replace('<CtrlSum>1839.70<', '<CtrlSum>1839.71<'), 'CtrlSum'],
    ['a wrong count', (text: string) => text.replace('<NbOfTxs>2<', '<NbOfTxs>3<'), 'NbOfTxs'],
    ['another currency', (text: string) => text.replace('Ccy="EUR">83', 'Ccy="USD">83'), 'currency'],
    ['another amount', (text: string) => text.replace('>839.70<', '>839.7<'), 'InstdAmt'],
    ['a bad IBAN checksum', (text: string) => text.replace('NL91ABNA', 'NL92ABNA'), 'IBAN checksum'],
    ['an emoji', (text: string) => text.replace('Jan de Vries', 'Jan 🍓'), 'Nm'],
    ['an accent in the message', (text: string) => text.replace('Plein sud', 'Été'), 'Ustrd'],
    [
      'an end-to-end id twice',
      (text: string) => text.replace('ba9876543210', '0123456789ab'),
      'EndToEndId twice or too long',
    ],
    ['another day', (text: string) => text.replace('<Dt>2026-12-02<', '<Dt>2026-12-03<'), 'ReqdExctnDt'],
    ['charges to the payee', (text: string) => text.replace('SLEV', 'CRED'), 'ChrgBr'],
    [
      'an address',
      (text: string) => text.replace('</Cdtr>', '<PstlAdr><AdrLine>x</AdrLine></PstlAdr></Cdtr>'),
      'PstlAdr',
    ],
  ])('does not leave with %s', (_what, spoil, fault) => {
    expect(spoil(xml)).not.toBe(xml);
    expect(payoutFileFaults(spoil(xml), order)).toContain(fault);
  });

  it.each([
    ['a Saturday', '2026-12-05'],
    ['Christmas', '2026-12-25'],
    ['Good Friday', '2027-03-26'],
    ['a day that there is not', '2026-02-30'],
  ])('does not leave for %s, even if that was ordered', (_what, requestedFor) => {
    const off = { ...order, requestedFor };
    expect(payoutFileFaults(xml.replace('<Dt>2026-12-02<', `<Dt>${requestedFor}<`), off)).toEqual(['no banking day']);
  });

  it('names each instruction once, in 35 signs, up to the hundredth', () => {
    const many = {
      ...order,
      messageId: 'FRAISIER-20261201-1a2b3c4d',
      transfers: Array.from({ length: 100 }, (_, nth) => ({
        ...order.transfers[0]!,
        endToEndId: `2026-11-0123456789ab-${nth + 1}`,
      })),
    };
    expect(payoutFileFaults(payoutFile(many), many)).toEqual([]);
  });

  it.skipIf(whyNoSchema)(`is valid by the ISO schema${whyNoSchema ? ` (skipped: ${whyNoSchema})` : ''}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'fraisier-pain-'));
    try {
      for (const bic of ['AGRIFRPP', '']) {
        const file = join(folder, 'payout.xml');
        writeFileSync(file, payoutFile({ ...order, debtor: { ...order.debtor, bic } }));
        execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], { stdio: 'pipe' });
        // The schema does bite: without the wrap of the date, it refuses.
        writeFileSync(file, payoutFile(order).replace(/<Dt>(.*?)<\/Dt>/, '$1'));
        expect(() =>
          execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], { stdio: 'pipe' }),
        ).toThrow();
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the day of a transfer', () => {
  it.each([
    ['2026-12-01', '2026-12-02', 'the next day'],
    ['2026-12-04', '2026-12-07', 'Monday after a Friday'],
    ['2026-12-05', '2026-12-07', 'Monday after a Saturday'],
    ['2026-12-24', '2026-12-28', 'after Christmas and its weekend'],
    ['2026-12-31', '2027-01-04', 'after New Year and its weekend'],
    ['2027-03-25', '2027-03-30', 'after Good Friday and Easter Monday'],
    ['2027-04-30', '2027-05-03', 'after the first of May'],
    ['2024-03-28', '2024-04-02', 'after an early Easter'],
    ['2038-04-22', '2038-04-27', 'after the latest Easter there is'],
  ])('after %s is %s: %s', (today, day) => {
    expect(nextBankingDay(today)).toBe(day);
  });
});

describe("a bank's words", () => {
  it.each([
    ['AC01 FR76 3000 1007 9412 3456 7890 185 unknown', 'AC01 FR•• … 0185 unknown'],
    ['Compte nl91abna0417164300.', 'Compte NL•• … 4300.'],
    ['FR7630001007941234567890185, DE89370400440532013000', 'FR•• … 0185, DE•• … 3000'],
    ['FR76.3000.1007.9412.3456.7890.185 ferme', 'FR•• … 0185 ferme'],
    ['AC04: closed account, ref AB12 345', 'AC04: closed account, ref AB12 345'],
  ])('lose the IBANs in them: %s', (words, shown) => {
    expect(hideIbans(words)).toBe(shown);
  });
});
