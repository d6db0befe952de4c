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

export interface Ballot {
  readonly round: string;
  /** Whose answers they are: the shop takes them for nobody else who is signed in here by now. */
  readonly member: string;
}

/** Sends what waits: one answer by its own call, several in one, in order. */
export async function sendAnswers(
  { round, member }: Ballot,
  answers: readonly Waiting[],
  transport?: Transport,
): Promise<readonly Outcome[]> {
  const headers = { 'x-fraisier-voter': member };
  const sendOne = async ({ design, answer }: Waiting): Promise<Outcome> => {
    try {
      const taken = await call(castRating, { params: { round, design }, headers, body: answer }, { transport });
      return { ok: true, ...taken };
    } catch (error) {
      if (error instanceof ApiProblem && final.has(error.code)) return { ok: false, code: error.code };
      throw error;
    }
  };
  if (answers.length === 1) return [await sendOne(answers[0]!)];
  try {
    const ratings = answers.map(({ design, answer }) => ({ design, ...answer }));
    const said = await call(castRatings, { params: { round }, headers, body: { ratings } }, { transport });
    return said.answers.map(({ ok, code, rating, receipt }) =>
      ok ? { ok, rating, receipt } : { ok: false, code: (code ?? 'internal') as FailureCode },
    );
  } catch (error) {
    // One bad answer (an old version of the page kept it) must not hold the others back.
    if (!(error instanceof ApiProblem) || error.code !== 'bad_input') throw error;
    const outcomes: Outcome[] = [];
    for (const answer of answers) outcomes.push(await sendOne(answer));
    return outcomes;
  }
}
