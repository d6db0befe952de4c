import type { Verdict } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { maskIban } from '@fraisier/shared/cycle/iban.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { sha256 as hashOf } from '../../../platform/crypto/hash.ts';
import type { Trx } from '../../../platform/db/database.ts';
import type { UploadedFile } from '../../../platform/http/upload.ts';
import { lockBounties } from '../bounties.sql.ts';
import { hideIbans } from '../payouts/hide-ibans.ts';
import { type PayoutAccounts, readAccounts } from '../payouts/payout-accounts.ts';
import { insertSecretReading, readSealedFile } from '../payouts/payouts.sql.ts';
import { type BankAnswer, readBankAnswer } from './bank-answer.ts';
import {
  findBankFile,
  findNamedPayments,
  insertBankFile,
  insertBankLine,
  isSaid,
  lockImports,
  type NewBankLine,
  nextLineId,
} from './bank-files.sql.ts';
import { type Judged, judgeLine, type Known } from './judge-line.ts';
import { learnFact } from './learn-fact.ts';
import { rehearse } from './rehearse.ts';

export type TakenLine = NewBankLine & { readonly id: string };

export interface Taken {
  readonly answer: Omit<BankAnswer, 'lines'>;
  readonly sha256: Buffer;
  readonly fileName: string;
  readonly others: number;
  readonly lines: readonly TakenLine[];
  readonly plan: string;
  /** When these very bytes were taken in before. */
  readonly known: boolean;
}

interface Asked {
  readonly file: UploadedFile;
  readonly actor: Member;
}

/** What an answer of the bank would do: it is taken in as in earnest, and all of that is undone. */
export async function previewBankFile(deps: Deps, { file, actor }: Asked): Promise<Taken> {
  const answer = await readAnswer(deps, file);
  const opened: string[] = [];
  const taken = await rehearse(deps.db, async (trx) => {
    await lockImports(trx);
    const known = (await findBankFile(trx, { sha256: file.sha256 })) !== undefined;
    const { lines, others, opened: payouts } = await takeIn(deps, trx, { answer, file, actor });
    opened.push(...payouts);
    return { answer, sha256: file.sha256, fileName: file.fileName, others, lines, plan: planOf(lines), known };
  });
  // The accounts were looked at all the same.
  await deps.db.transaction().execute((trx) => noteReadings(trx, opened, actor, file.sha256));
  return taken;
}

/**
 * Takes in an answer of the bank, once: the same bytes again change nothing. With a plan, only if the answer still does
 * what the plan says.
 */
export async function importBankFile(
  deps: Deps,
  { file, actor, plan }: Asked & { readonly plan: string | undefined },
): Promise<void> {
  const answer = await readAnswer(deps, file);
  await deps.db.transaction().execute(async (trx) => {
    await lockImports(trx);
    if (await findBankFile(trx, { sha256: file.sha256 })) return;
    const { fileId, lines, others, opened } = await takeIn(deps, trx, { answer, file, actor });
    if (plan !== undefined && plan !== planOf(lines)) throw new Problem('bank_plan_changed');
    await noteReadings(trx, opened, actor, file.sha256);
    const count = (verdict: Verdict) => lines.filter((line) => line.verdict === verdict).length;
    await audit(trx, {
      actor,
      act: 'import-bank-file',
      subjectType: 'bank-file',
      subjectId: fileId,
      details: {
        kind: answer.kind,
        messageId: answer.messageId,
        sha256: file.sha256.toString('hex'),
        matched: count('matched'),
        known: count('known'),
        open: lines.length - count('matched') - count('known'),
        others,
        payments: lines.flatMap(({ payment_id, effect }) =>
          payment_id && effect && effect !== 'none' && effect !== 'received' ? [payment_id] : [],
        ),
      },
    });
  });
}

async function readAnswer({ storage }: Deps, file: UploadedFile): Promise<BankAnswer> {
  return readBankAnswer(await storage.read(file.key));
}

interface Given extends Asked {
  readonly answer: BankAnswer;
}

async function takeIn(
  deps: Deps,
  trx: Trx,
  { answer, file, actor }: Given,
): Promise<{ fileId: string; lines: TakenLine[]; others: number; opened: string[] }> {
  const { known, opened } = await readKnown(deps, trx, answer);
  const judged = answer.lines.map((line) => judgeLine(line, answer.lines, known));
  const others = judged.filter((lines) => lines === null).length;
  const already = await findBankFile(trx, { sha256: file.sha256 });
  const fileId = already?.id ?? (await insertBankFile(trx, fileRow({ answer, file, actor }, others)));
  const lines: TakenLine[] = [];
  for (const line of judged.flatMap((one) => one ?? [])) {
    const taken = await takeLine(deps, trx, { line, fileId, position: lines.length + 1, actor });
    lines.push(taken);
    // Of a file that is known, a rehearsal only asks what it would do now.
    if (!already) await insertBankLine(trx, taken);
  }
  return { fileId, lines, others, opened };
}

function fileRow({ answer, file, actor }: Given, others: number): Parameters<typeof insertBankFile>[1] {
  return {
    kind: answer.kind,
    version: answer.version,
    message_id: answer.messageId,
    sha256: file.sha256,
    bytes: file.bytes,
    file_name: file.fileName,
    said_at: answer.saidAt,
    others,
    imported_by: actor.id,
  };
}

/** The transfers that the answer may be about, under the locks of their bounties, and the accounts they went to. */
async function readKnown(deps: Deps, trx: Trx, { lines }: BankAnswer): Promise<{ known: Known; opened: string[] }> {
  const names = {
    endToEndIds: [...new Set(lines.flatMap((line) => line.endToEndId ?? []))],
    messageIds: [...new Set(lines.flatMap((line) => line.messageId ?? []))],
  };
  const found = await findNamedPayments(trx, names);
  if (found.length === 0) return { known: { payments: [], accounts: new Map() }, opened: [] };
  await lockBounties(trx, [...new Set(found.map((payment) => payment.bounty_id))]);
  const payments = await findNamedPayments(trx, names);
  const accounts = new Map<string, PayoutAccounts>();
  for (const id of new Set(payments.map((payment) => payment.payout_id))) {
    const row = await readSealedFile(trx, id);
    if (!row) throw new Error(`payout ${id} has no file`);
    accounts.set(id, await readAccounts(deps.keys.open(row.file_sealed, `payout:${id}:file`)));
  }
  return { known: { payments, accounts }, opened: [...accounts.keys()] };
}

async function takeLine(
  deps: Deps,
  trx: Trx,
  { line, fileId, position, actor }: { line: Judged; fileId: string; position: number; actor: Member },
): Promise<TakenLine> {
  const row: TakenLine = { ...rowOf(line, position), id: await nextLineId(trx), file_id: fileId };
  const { payment, verdict, kind } = line;
  if (!payment || verdict !== 'matched' || kind === 'other') {
    return (await isSaid(trx, row)) ? { ...row, verdict: 'known', effect: 'none' } : row;
  }
  const effect = await learnFact(deps, trx, payment.bounty_id, {
    paymentId: payment.id,
    kind,
    source: line.source,
    reference: line.reference,
    reasonCode: row.reason_code,
    reason: row.reason,
    bookedOn: row.booked_on,
    lineId: row.id,
    actorId: actor.id,
  });
  return effect ? { ...row, effect } : { ...row, verdict: 'known', effect: 'none' };
}

function rowOf(line: Judged, position: number): Omit<TakenLine, 'id' | 'file_id'> {
  return {
    position,
    kind: line.kind,
    source: line.source,
    reference: line.reference,
    end_to_end_id: line.endToEndId ?? line.messageId,
    amount_cents: line.amountCents,
    currency: line.currency,
    iban_masked: line.iban === null ? null : maskIban(line.iban),
    status: line.status,
    reason_code: line.reasonCode,
    reason: line.reason === null ? null : hideIbans(line.reason),
    booked_on: line.bookedOn,
    verdict: line.verdict,
    effect: null,
    payment_id: line.payment?.id ?? null,
  };
}

/** What lines would do, as a hash: two plans are the same when they do the same. */
function planOf(lines: readonly TakenLine[]): string {
  const acts = lines.map(({ position, verdict, effect, payment_id }) => [position, verdict, effect, payment_id]);
  return hashOf(JSON.stringify(acts)).toString('hex');
}

/** The bank files were opened to compare accounts: that is a reading of secrets like any other. */
async function noteReadings(trx: Trx, payoutIds: readonly string[], actor: Member, hash: Buffer): Promise<void> {
  for (const id of payoutIds) {
    await insertSecretReading(trx, {
      read_by: actor.id,
      subject_type: 'payout',
      subject_id: id,
      field: 'file',
      purpose: `bank answer ${hash.toString('hex').slice(0, 12)}`,
    });
  }
}
