import { Problem } from '@fraisier/shared/http/problems.ts';
import { readXml, type XmlElement, XmlRefused } from '../../../platform/xml/read-xml.ts';
import { readStatement } from './bank-statement.ts';
import { readStatusReport } from './bank-status.ts';
import { Malformed } from './bank-words.ts';

export type AnswerKind = 'pain.002' | 'camt.053' | 'camt.054';

/** One thing that a bank says, of one transfer or of a whole file. */
export interface AnswerLine {
  readonly kind: 'received' | 'refused' | 'done' | 'debited' | 'returned' | 'other';
  readonly source: 'status' | 'notification' | 'statement';
  /** The bank's own name of what happened: told again, it is the same. */
  readonly reference: string;
  /** Null where the line is of a whole file. */
  readonly endToEndId: string | null;
  /** Of our file, as the bank repeats it. */
  readonly messageId: string | null;
  readonly amountCents: number | null;
  readonly currency: string | null;
  /** The payee's account. */
  readonly iban: string | null;
  /** The account that the bank reports on. */
  readonly account: string | null;
  readonly status: string | null;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  /** `2026-12-02`. */
  readonly bookedOn: string | null;
}

export interface BankAnswer {
  readonly kind: AnswerKind;
  /** `10` of `pain.002.001.10`. */
  readonly version: string;
  readonly messageId: string;
  /** When the bank wrote it, in its own words. */
  readonly saidAt: string;
  readonly lines: readonly AnswerLine[];
}

const SPACE = /^urn:iso:std:iso:20022:tech:xsd:(pain\.002|camt\.053|camt\.054)\.001\.(\d\d)$/;
/** Those that banks write today; another one may put the same word elsewhere. */
const versions: Readonly<Record<AnswerKind, readonly string[]>> = {
  'pain.002': ['03', '10'],
  'camt.053': ['02', '08'],
  'camt.054': ['02', '08'],
};

/** Reads what a bank answered. Throws Problem('bank_file_invalid') with the reason for whatever is not such an answer. */
export async function readBankAnswer(source: AsyncIterable<Uint8Array>): Promise<BankAnswer> {
  const root = await readRoot(source);
  const [, name = '', version = ''] = SPACE.exec(root.space) ?? [];
  const kind = name as AnswerKind;
  if (root.name !== 'Document' || !versions[kind]?.includes(version)) {
    throw invalid('unknown_message', root.space || root.name);
  }
  try {
    const answer = kind === 'pain.002' ? readStatusReport(root) : readStatement(root, kind);
    return { kind, version, ...answer };
  } catch (error) {
    if (error instanceof Malformed) throw invalid('malformed', error.message);
    throw error;
  }
}

async function readRoot(source: AsyncIterable<Uint8Array>): Promise<XmlElement> {
  try {
    return await readXml(source);
  } catch (error) {
    if (error instanceof XmlRefused) throw invalid(error.fault, `${error.line}`);
    throw error;
  }
}

function invalid(code: string, detail: string): Problem {
  return new Problem('bank_file_invalid', { reasons: [{ code, field: 'file', detail: detail.slice(0, 200) }] });
}
