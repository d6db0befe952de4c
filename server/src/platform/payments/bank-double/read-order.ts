import { ibanProblem } from '@fraisier/shared/cycle/iban.ts';
import { isSepaText } from '@fraisier/shared/cycle/sepa-text.ts';
import { all, at, readXml, textAt, type XmlElement } from '../../xml/read-xml.ts';

export interface OrderedTransfer {
  readonly endToEndId: string;
  readonly amountCents: number;
  readonly name: string;
  readonly iban: string;
  readonly remittance: string;
}

export interface BankOrder {
  readonly messageId: string;
  readonly paymentInformationId: string;
  readonly debtor: string;
  readonly executeOn: string;
  readonly transfers: readonly OrderedTransfer[];
  /** What a bank would refuse the whole file for; empty when it takes it. */
  readonly faults: readonly string[];
}

const SPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/** Reads a credit transfer file as strictly as the strictest bank: whatever is off is a fault. */
export async function readOrder(xml: string): Promise<BankOrder> {
  const root = await readXml(pieces(xml));
  const message = at(root, 'CstmrCdtTrfInitn');
  const header = at(message, 'GrpHdr');
  const blocks = all(message, 'PmtInf');
  const block = blocks[0];
  const transfers = all(block, 'CdtTrfTxInf').map(readTransfer);
  const order = {
    messageId: textAt(header, 'MsgId') ?? '',
    paymentInformationId: textAt(block, 'PmtInfId') ?? '',
    debtor: textAt(block, 'DbtrAcct', 'Id', 'IBAN') ?? '',
    executeOn: textAt(block, 'ReqdExctnDt', 'Dt') ?? '',
    transfers,
  };
  const faults = [
    ...(root.space === SPACE && root.name === 'Document' ? [] : ['FF01: not pain.001.001.09']),
    ...(blocks.length === 1 ? [] : ['FF01: one block']),
    ...headerFaults(order, [header, block]),
    ...blockFaults(block, order),
    ...all(block, 'CdtTrfTxInf').flatMap((transfer, nth) => transferFaults(transfer, transfers[nth]!)),
  ];
  const ids = transfers.map(({ endToEndId }) => endToEndId);
  if (new Set(ids).size !== ids.length) faults.push('FF01: a reference stands twice');
  return { ...order, faults };
}

function readTransfer(transfer: XmlElement): OrderedTransfer {
  return {
    endToEndId: textAt(transfer, 'PmtId', 'EndToEndId') ?? '',
    amountCents: cents(textAt(transfer, 'Amt', 'InstdAmt')),
    name: textAt(transfer, 'Cdtr', 'Nm') ?? '',
    iban: textAt(transfer, 'CdtrAcct', 'Id', 'IBAN') ?? '',
    remittance: textAt(transfer, 'RmtInf', 'Ustrd') ?? '',
  };
}

function headerFaults(order: Omit<BankOrder, 'faults'>, parts: readonly (XmlElement | undefined)[]): string[] {
  const sum = order.transfers.reduce((total, { amountCents }) => total + amountCents, 0);
  const faults = parts.flatMap((one) => [
    ...(textAt(one, 'NbOfTxs') === String(order.transfers.length) ? [] : ['AM18: NbOfTxs']),
    ...(cents(textAt(one, 'CtrlSum')) === sum ? [] : ['AM10: CtrlSum']),
  ]);
  if (!fits(order.messageId, 35) || !fits(order.paymentInformationId, 35)) faults.push('FF01: an identification');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(textAt(parts[0], 'CreDtTm') ?? '')) faults.push('FF01: CreDtTm');
  if (!fits(textAt(parts[0], 'InitgPty', 'Nm') ?? '', 70)) faults.push('BE05: InitgPty');
  return faults;
}

function blockFaults(block: XmlElement | undefined, { debtor, executeOn, transfers }: Omit<BankOrder, 'faults'>) {
  const faults: string[] = [];
  if (transfers.length === 0) faults.push('FF01: no transfer');
  if (textAt(block, 'PmtMtd') !== 'TRF') faults.push('FF01: PmtMtd');
  if (textAt(block, 'PmtTpInf', 'SvcLvl', 'Cd') !== 'SEPA') faults.push('FF01: SvcLvl');
  if (textAt(block, 'ChrgBr') !== 'SLEV') faults.push('FF01: ChrgBr');
  if (ibanProblem(debtor) || /[^A-Z0-9]/.test(debtor)) faults.push('AC01: the debtor’s account');
  if (!fits(textAt(block, 'Dbtr', 'Nm') ?? '', 70)) faults.push('BE05: Dbtr');
  const weekday = new Date(`${executeOn}T12:00:00Z`).getUTCDay();
  if (!/^\d{4}-\d\d-\d\d$/.test(executeOn) || weekday === 0 || weekday === 6) faults.push('DT01: ReqdExctnDt');
  return faults;
}

function transferFaults(transfer: XmlElement, read: OrderedTransfer): string[] {
  const faults: string[] = [];
  if (!fits(read.endToEndId, 35)) faults.push('FF01: EndToEndId');
  if (!(read.amountCents > 0)) faults.push('AM02: InstdAmt');
  if (at(transfer, 'Amt', 'InstdAmt')?.attributes.Ccy !== 'EUR') faults.push('AM03: currency');
  if (ibanProblem(read.iban) || /[^A-Z0-9]/.test(read.iban)) faults.push('AC01: the payee’s account');
  if (!fits(read.name, 70)) faults.push('BE04: Cdtr');
  if (!fits(read.remittance, 140)) faults.push('FF01: Ustrd');
  const address = at(transfer, 'Cdtr', 'PstlAdr');
  if (address && !(textAt(address, 'TwnNm') && textAt(address, 'Ctry'))) faults.push('BE04: PstlAdr');
  return faults;
}

function fits(text: string, longest: number): boolean {
  return isSepaText(text) && text.length <= longest;
}

function cents(amount: string | null): number {
  const match = /^(\d{1,9})\.(\d\d)$/.exec(amount ?? '');
  return match ? Number(match[1]) * 100 + Number(match[2]) : Number.NaN;
}

async function* pieces(xml: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(xml);
}
