import type { Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import { type Month, type MonthOptions, planAndOpen, vote } from './month.ts';
import type { SignedIn, TestShop } from './shop.ts';
import { BELOVED, blocTaste, honestTaste, PUSHED } from './voters.ts';

/** A month in which a bloc makes another design win than the honest voters. */
export interface BlocMonth extends Month {
  /** Who is in the bloc. */
  readonly bloc: readonly SignedIn[];
  readonly honest: readonly SignedIn[];
  readonly pushed: string;
  readonly beloved: string;
}

export const HONEST = 14;
export const BLOC = 9;

/** In its voting phase, with all ballots cast. No signal has looked at them yet. */
export async function blocMonth(shop: TestShop, options: MonthOptions = {}): Promise<BlocMonth> {
  const month = await planAndOpen(shop, { designs: 12, ...options, phase: 'voting' });
  await vote(shop, month, { voters: HONEST, taste: honestTaste });
  await vote(shop, month, { voters: BLOC, taste: blocTaste });
  return {
    ...month,
    honest: month.voters.slice(0, HONEST),
    bloc: month.voters.slice(HONEST),
    pushed: month.designs[PUSHED]!.id,
    beloved: month.designs[BELOVED]!.id,
  };
}

export async function clustersOf(month: Month, who: SignedIn = month.operator): Promise<Cluster[]> {
  return (await who.get(`/api/rounds/${month.slug}/clusters`).expect(200)).body.items;
}

/** The lines of acts in the round's log, in its order. */
export async function actsInLog(shop: TestShop, month: Month): Promise<{ kind: string; [member: string]: unknown }[]> {
  const { rows } = await shop.pool.query<{ line: string }>(
    `select line from ballot_log where round_id = $1 and kind <> 'ballot' order by tree_index`,
    [month.roundId],
  );
  return rows.map((row) => JSON.parse(row.line));
}

/** The subjects of the mails that someone has had, oldest first. */
export async function mailsTo(shop: TestShop, person: SignedIn): Promise<{ subject: string; text: string }[]> {
  const { rows } = await shop.pool.query<{ subject: string; text: string }>(
    `select subject, body_text as text from mails where recipient = $1 and template not in ('sign-in', 'signed-head') order by id`,
    [person.email],
  );
  return rows;
}
