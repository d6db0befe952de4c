import { castRating, castRatings } from '@fraisier/shared/contracts/ballots.ts';
import { ApiProblem, call, type FailureCode, type Transport } from '../../platform/api.ts';
import type { Outcome, Waiting } from './outbox.ts';

/** Trying again cannot help: the answer is told, and let go. */
const final: ReadonlySet<FailureCode> = new Set([
  'round_closed',
  'not_dealt',
  'own_design',
  'already_rated',
  'account_too_new',
  'bad_input',
  'not_found',
]);

/** Sends what waits: one answer by its own call, several in one, in order. */
export async function sendAnswers(
  round: string,
  answers: readonly Waiting[],
  transport?: Transport,
): Promise<readonly Outcome[]> {
  if (answers.length === 1) return [await sendOne(round, answers[0]!, transport)];
  try {
    const ratings = answers.map(({ design, answer }) => ({ design, ...answer }));
    const said = await call(castRatings, { params: { round }, body: { ratings } }, { transport });
    return said.answers.map(({ ok, code, rating, receipt }) =>
      ok ? { ok, rating, receipt } : { ok: false, code: (code ?? 'internal') as FailureCode },
    );
  } catch (error) {
    // One bad answer (an old version of the page kept it) must not hold the others back.
    if (!(error instanceof ApiProblem) || error.code !== 'bad_input') throw error;
    const outcomes: Outcome[] = [];
    for (const answer of answers) outcomes.push(await sendOne(round, answer, transport));
    return outcomes;
  }
}

async function sendOne(round: string, { design, answer }: Waiting, transport?: Transport): Promise<Outcome> {
  try {
    const taken = await call(castRating, { params: { round, design }, body: answer }, { transport });
    return { ok: true, ...taken };
  } catch (error) {
    if (error instanceof ApiProblem && final.has(error.code)) return { ok: false, code: error.code };
    throw error;
  }
}
