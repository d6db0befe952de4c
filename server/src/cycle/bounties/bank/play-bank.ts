import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { FakeBank } from '../../../platform/payments/bank-double/fake-bank.ts';
import { readOrder } from '../../../platform/payments/bank-double/read-order.ts';
import { findPayoutAct } from '../payouts/payout-acts.sql.ts';
import { insertSecretReading, readSealedFile } from '../payouts/payouts.sql.ts';

export type Played = 'accepted' | 'refused' | 'executed' | 'statement' | 'returned';

/** For the demo: what a bank would answer to a payout, worked out from its file each time anew. */
export async function playBank(
  deps: Deps,
  { payoutId, answer, actor }: { payoutId: string; answer: Played; actor: Member },
): Promise<{ xml: Buffer; fileName: string }> {
  const { file, messageId } = await deps.db.transaction().execute(async (trx) => {
    const row = await readSealedFile(trx, payoutId);
    if (!row) throw new Problem('not_found');
    if ((await findPayoutAct(trx, payoutId))?.act === 'void') throw new Problem('payout_void');
    await insertSecretReading(trx, {
      read_by: actor.id,
      subject_type: 'payout',
      subject_id: row.id,
      field: 'file',
      purpose: 'demo bank',
    });
    return { file: deps.keys.open(row.file_sealed, `payout:${row.id}:file`), messageId: row.message_id };
  });
  return { xml: Buffer.from(await answerOf(file, answer)), fileName: `BANK-${answer}-${messageId}.xml` };
}

async function answerOf(file: string, answer: Played): Promise<string> {
  const bank = new FakeBank();
  const [first] = (await readOrder(file)).transfers;
  if (answer === 'refused' && first) bank.close(first.iban, 'AC04');
  const report = await bank.submit(file);
  if (answer === 'accepted' || answer === 'refused') return report;
  const notification = bank.execute();
  if (answer === 'executed' || !first) return notification;
  return answer === 'statement' ? bank.statement() : bank.giveBack(first.endToEndId, 'AC06');
}
