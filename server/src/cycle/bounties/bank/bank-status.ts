import { all, at, textAt, type XmlElement } from '../../../platform/xml/read-xml.ts';
import type { AnswerLine } from './bank-answer.ts';
import { centsOf, dayOf, messageIdOf, needed, reasonIn, referenceAt } from './bank-words.ts';

/** What each ISO status says of money: that it is looked at, refused for good, or carried out. */
const kinds: Readonly<Record<string, AnswerLine['kind']>> = {
  ...{ RCVD: 'received', ACTC: 'received', ACCP: 'received', ACSP: 'received', ACWC: 'received', ACWP: 'received' },
  ...{ PDNG: 'received', ACFC: 'received', PART: 'received', PATC: 'received' },
  ...{ RJCT: 'refused', CANC: 'refused' },
  ...{ ACSC: 'done', ACCC: 'done' },
};

/** The bank refuses a copy: what it is a copy of, it has. Taken for a refusal, the bounty would be paid twice. */
const duplicates: ReadonlySet<string> = new Set(['AM05', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05', 'DUPL']);

function kindOf(status: string, reasonCode: string | null): AnswerLine['kind'] {
  const kind = Object.hasOwn(kinds, status) ? kinds[status]! : 'other';
  return kind === 'refused' && reasonCode !== null && duplicates.has(reasonCode) ? 'received' : kind;
}

/** The status; that of a copy is none of the transfer's. */
function referenceOf(status: string, reasonCode: string | null): string {
  return reasonCode !== null && duplicates.has(reasonCode) ? `${status} ${reasonCode}` : status;
}

/**
 * A status report, pain.002. It speaks of a file, of its block, of single transfers, or of all of them; what is said of
 * the whole file stands for the transfers that it does not name.
 */
export function readStatusReport(root: XmlElement): { messageId: string; saidAt: string; lines: AnswerLine[] } {
  const report = at(root, 'CstmrPmtStsRpt');
  const header = at(report, 'GrpHdr');
  const messageId = needed(header, 'MsgId');
  const saidAt = needed(header, 'CreDtTm');
  const lines: AnswerLine[] = [];
  for (const group of all(report, 'OrgnlGrpInfAndSts')) {
    const about = { messageId, file: needed(group, 'OrgnlMsgId') };
    const blocks = all(report, 'OrgnlPmtInfAndSts');
    const status = textAt(group, 'GrpSts');
    if (status !== null) lines.push(wholeFile(about, status, all(group, 'StsRsnInf')));
    for (const block of blocks) readBlock(block, about, lines);
  }
  return { messageId, saidAt, lines };
}

interface About {
  /** The report's. */
  readonly messageId: string;
  /** Our file's. */
  readonly file: string;
}

function readBlock(block: XmlElement, about: About, lines: AnswerLine[]): void {
  const file = messageIdOf(referenceAt(block, 'OrgnlPmtInfId')) ?? about.file;
  const status = textAt(block, 'PmtInfSts');
  if (status !== null) lines.push(wholeFile({ ...about, file }, status, all(block, 'StsRsnInf')));
  for (const transfer of all(block, 'TxInfAndSts')) lines.push(readTransfer(transfer, { ...about, file }));
}

function readTransfer(transfer: XmlElement, { file }: About): AnswerLine {
  const status = textAt(transfer, 'TxSts') ?? '';
  const original = at(transfer, 'OrgnlTxRef');
  const amount = at(original, 'Amt', 'InstdAmt');
  const why = reasonIn(all(transfer, 'StsRsnInf'));
  return {
    kind: kindOf(status, why.reasonCode),
    source: 'status',
    reference: referenceOf(status, why.reasonCode),
    endToEndId: referenceAt(transfer, 'OrgnlEndToEndId'),
    messageId: file,
    amountCents: amount ? centsOf(amount.text) : null,
    currency: amount?.attributes.Ccy ?? null,
    iban: referenceAt(original, 'CdtrAcct', 'Id', 'IBAN'),
    account: referenceAt(original, 'DbtrAcct', 'Id', 'IBAN'),
    status: status.slice(0, 35) || null,
    ...why,
    bookedOn: dayOf(textAt(transfer, 'FctvIntrBkSttlmDt', 'Dt') ?? textAt(transfer, 'AccptncDtTm')),
  };
}

function wholeFile({ file }: About, status: string, reasons: readonly XmlElement[]): AnswerLine {
  const why = reasonIn(reasons);
  return {
    kind: kindOf(status, why.reasonCode),
    source: 'status',
    reference: referenceOf(status, why.reasonCode),
    endToEndId: null,
    messageId: file,
    amountCents: null,
    currency: null,
    iban: null,
    account: null,
    status: status.slice(0, 35),
    ...why,
    bookedOn: null,
  };
}
