import { all, at, textAt, type XmlElement } from '../../../platform/xml/read-xml.ts';
import type { AnswerLine } from './bank-answer.ts';
import { centsOf, dayOf, Malformed, messageIdOf, needed, reasonIn, referenceAt } from './bank-words.ts';

/**
 * A statement (camt.053) or a notification (camt.054): the entries on the shop's account. What left is a debit; what
 * came back of it is a credit that names the transfer. Only booked entries count: one that is pending may still vanish.
 */
export function readStatement(
  root: XmlElement,
  kind: 'camt.053' | 'camt.054',
): { messageId: string; saidAt: string; lines: AnswerLine[] } {
  const [report, part] =
    kind === 'camt.053' ? [at(root, 'BkToCstmrStmt'), 'Stmt'] : [at(root, 'BkToCstmrDbtCdtNtfctn'), 'Ntfctn'];
  const messageId = needed(report, 'GrpHdr', 'MsgId');
  const saidAt = needed(report, 'GrpHdr', 'CreDtTm');
  const lines: AnswerLine[] = [];
  for (const statement of all(report, part)) {
    const account = needed(statement, 'Acct', 'Id', 'IBAN');
    for (const entry of all(statement, 'Ntry')) {
      const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts');
      if (status !== 'BOOK') continue;
      lines.push(...readEntry(entry, { account, source: kind === 'camt.053' ? 'statement' : 'notification' }));
    }
  }
  return { messageId, saidAt, lines };
}

type On = Pick<AnswerLine, 'account' | 'source'>;

function readEntry(entry: XmlElement, on: On): AnswerLine[] {
  const bookedOn = dayOf(textAt(entry, 'BookgDt', 'Dt') ?? textAt(entry, 'BookgDt', 'DtTm'));
  const reference = referenceAt(entry, 'AcctSvcrRef') ?? referenceAt(entry, 'NtryRef') ?? bookedOn ?? '';
  const whole = { entry, reference, bookedOn, on };
  const details = all(entry, 'NtryDtls');
  const transfers = details.flatMap((one) => all(one, 'TxDtls'));
  if (transfers.length > 0) {
    const lines = transfers.map((transfer) => lineOf(whole, transfer, transfers.length === 1));
    const total = lines.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
    // An entry that is not the sum of its transfers is no word to move money on.
    const entryCents = centsOf(needed(entry, 'Amt'));
    return total === entryCents ? lines : lines.map((line) => ({ ...line, amountCents: entryCents }));
  }
  // Banks may book a file in one sum: it then names the file and no transfer.
  const batch = details.map((one) => at(one, 'Btch')).find(Boolean);
  const file = referenceAt(batch, 'MsgId') ?? messageIdOf(referenceAt(batch, 'PmtInfId'));
  return [{ ...lineOf(whole, undefined, true), messageId: file }];
}

function lineOf(
  { entry, reference, bookedOn, on }: { entry: XmlElement; reference: string; bookedOn: string | null; on: On },
  transfer: XmlElement | undefined,
  alone: boolean,
): AnswerLine {
  const references = at(transfer, 'Refs');
  const amount =
    at(transfer, 'Amt') ?? at(transfer, 'AmtDtls', 'TxAmt', 'Amt') ?? (alone ? at(entry, 'Amt') : undefined);
  const direction = textAt(transfer, 'CdtDbtInd') ?? textAt(entry, 'CdtDbtInd');
  if (direction !== 'DBIT' && direction !== 'CRDT') throw new Malformed('CdtDbtInd is missing');
  const returned = at(transfer, 'RtrInf');
  return {
    kind: direction === 'DBIT' ? 'debited' : 'returned',
    ...on,
    reference: referenceAt(references, 'AcctSvcrRef') ?? reference,
    endToEndId: referenceAt(references, 'EndToEndId'),
    messageId: referenceAt(references, 'MsgId') ?? messageIdOf(referenceAt(references, 'PmtInfId')),
    amountCents: amount ? centsOf(amount.text) : null,
    currency: amount?.attributes.Ccy ?? null,
    // Of a return too, the creditor is whom the transfer was for.
    iban: referenceAt(transfer, 'RltdPties', 'CdtrAcct', 'Id', 'IBAN'),
    status: 'BOOK',
    ...reasonIn(returned ? [returned] : []),
    bookedOn,
  };
}
