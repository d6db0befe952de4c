import { ibanProblem } from '@fraisier/shared/cycle/iban.ts';
import { sumCents } from '@fraisier/shared/cycle/money.ts';
import { isSepaText } from '@fraisier/shared/cycle/sepa-text.ts';
import { isBankingDate } from './banking-day.ts';
import type { PayoutOrder } from './payout-file.ts';

/**
 * What is wrong with a bank file, read from the file itself against what was ordered. The ISO schema does not notice a
 * wrong sum, another currency, a bad IBAN checksum or a sign outside the Latin set. Empty when the file may leave.
 */
export function payoutFileFaults(xml: string, order: PayoutOrder): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const cents = sumCents(order.transfers.map((transfer) => transfer.amountCents));
  const count = order.transfers.length;

  expect(count > 0, 'no transfer');
  expect(xml.includes('xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"'), 'not pain.001.001.09');
  expect(same(valuesOf(xml, 'NbOfTxs'), [String(count), String(count)]), 'NbOfTxs');
  expect(same(valuesOf(xml, 'CtrlSum').map(toCents), [cents, cents]), 'CtrlSum');
  expect(same(valuesOf(xml, 'MsgId'), [order.messageId]) && order.messageId.length <= 35, 'MsgId');
  expect(xml.includes(`<ReqdExctnDt><Dt>${order.requestedFor}</Dt></ReqdExctnDt>`), 'ReqdExctnDt');
  expect(isBankingDate(order.requestedFor), 'no banking day');
  for (const tag of ['PmtInfId', 'InstrId']) {
    const ids = valuesOf(xml, tag);
    expect(ids.every((id) => isSepaText(id) && id.length <= 35) && new Set(ids).size === ids.length, tag);
  }
  expect(same(valuesOf(xml, 'CreDtTm'), [order.createdAt]), 'CreDtTm');
  expect(xml.includes('<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>'), 'SvcLvl');
  expect(same(valuesOf(xml, 'ChrgBr'), ['SLEV']), 'ChrgBr');
  // An address is town and country, or none; unstructured ones are refused. The file has none.
  expect(!xml.includes('<PstlAdr'), 'PstlAdr');

  const amounts = [...xml.matchAll(/<InstdAmt Ccy="([^"]*)">([^<]*)<\/InstdAmt>/g)];
  expect(
    amounts.every(([, currency]) => currency === 'EUR'),
    'currency',
  );
  expect(
    same(
      amounts.map(([, , amount]) => toCents(amount ?? '')),
      order.transfers.map((transfer) => transfer.amountCents),
    ),
    'InstdAmt',
  );
  const ends = valuesOf(xml, 'EndToEndId');
  expect(
    same(
      ends,
      order.transfers.map((transfer) => transfer.endToEndId),
    ),
    'EndToEndId',
  );
  expect(new Set(ends).size === ends.length && ends.every((id) => id.length <= 35), 'EndToEndId twice or too long');

  const ibans = valuesOf(xml, 'IBAN');
  expect(same(ibans, [order.debtor.iban, ...order.transfers.map((transfer) => transfer.iban)]), 'IBAN');
  expect(
    ibans.every((iban) => ibanProblem(iban) === null),
    'IBAN checksum',
  );
  const names = valuesOf(xml, 'Nm');
  expect(names.length === count + 2 && names.every((name) => isSepaText(plainText(name)) && name.length <= 70), 'Nm');
  const notes = valuesOf(xml, 'Ustrd');
  expect(notes.length === count && notes.every((note) => isSepaText(plainText(note)) && note.length <= 140), 'Ustrd');
  return faults;
}

function valuesOf(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((match) => match[1] ?? '');
}

/** Digit by digit: a float would hide the very error that is looked for. */
function toCents(amount: string): number {
  const match = /^(\d+)\.(\d\d)$/.exec(amount);
  return match ? Number(match[1]) * 100 + Number(match[2]) : Number.NaN;
}

/** An apostrophe is the one sign of the Latin set that XML may write otherwise. */
function plainText(text: string): string {
  return text.replaceAll('&apos;', "'").replaceAll('&#39;', "'");
}

function same<T>(found: readonly T[], wanted: readonly T[]): boolean {
  return found.length === wanted.length && found.every((value, index) => value === wanted[index]);
}
