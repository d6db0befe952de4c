import type { Database, Trx } from '../../../platform/db/database.ts';

/** Carries the answer out of a transaction that is undone. */
class Rehearsed<T> extends Error {
  readonly answer: T;

  constructor(answer: T) {
    super('rehearsed');
    this.answer = answer;
  }
}

/** Does an act for its answer only: the same code as in earnest, and nothing of it stays. */
export async function rehearse<T>(db: Database, act: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    await db.transaction().execute(async (trx) => {
      throw new Rehearsed(await act(trx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer as T;
    throw error;
  }
  throw new Error('a rehearsal always ends');
}
