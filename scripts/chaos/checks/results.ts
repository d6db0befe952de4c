import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followingUs, runToEnd } from '../../support/children.ts';
import { root } from '../../support/folders.ts';
import { query } from '../../support/query.ts';
import type { Story } from '../play.ts';
import { bySql, type Check, type Checked } from './check.ts';

/** By SQL and whole numbers only, from the ballots that stand: no code of the shop's. */
const RECOUNT = `
  with standing as (
    select ratings.round_id, ratings.design_id, stars, would_wear from ratings
    where not exists (
      select from set_aside where set_aside.leaf = ratings.leaf and set_aside.round_id = ratings.round_id
        and released_at is null
    )
  ), totals as (
    select round_id, count(*)::numeric as r, sum(stars + would_wear::int)::numeric as p from standing group by round_id
  ), scored as (
    select designs.round_id, designs.id as design_id, count(standing.stars) as n,
      coalesce(sum(stars + would_wear::int), 0) as points, count(*) filter (where would_wear) as wear,
      floor(1000000 * (r * coalesce(sum(stars + would_wear::int), 0) + 10 * p) / (r * (count(standing.stars) + 10)))
        as score
    from designs join totals using (round_id)
    left join standing on standing.design_id = designs.id and standing.round_id = designs.round_id
    where designs.state = 'admitted' group by designs.round_id, designs.id, r, p
  ), placed as (
    select scored.*, rank() over (
      partition by round_id
      order by score desc, round(wear::numeric / nullif(n, 0), 12) desc nulls last, n desc
    ) as place
    from scored
    where n > 0 and (round_id, design_id) in (select round_id, design_id from finalists)
      and (round_id, design_id) not in (select round_id, design_id from passed_over)
  )`;

/** I2: the published result is the count of the frozen ballots, counted here a second and a third time. */
export const resultsAreCounts: Check = async (story) => {
  const winners = await bySql(story, {
    invariant: 'I2',
    must: 'the winners are those of a recount by SQL',
    of: `rounds where phase = 'decided'`,
    broken: `${RECOUNT}
      select slug || ': ' || coalesce(winners.design_id, placed.design_id)
        || case when winners.design_id is null then ' should have won' else ' should not have won' end as what
      from (select round_id, design_id from placed where place = 1) as placed
      full join round_winners as winners using (round_id, design_id)
      join rounds on rounds.id = coalesce(winners.round_id, placed.round_id)
      where phase = 'decided' and (winners.design_id is null or placed.design_id is null)`,
  });
  const figures = await bySql(story, {
    invariant: 'I2',
    must: 'every figure that is published is that of the recount',
    of: `round_closings, designs where designs.round_id = round_closings.round_id and designs.state = 'admitted'`,
    broken: `${RECOUNT}
      select slug || ': ' || scored.design_id || ' has ' || n || ' ratings and a score of ' || score as what
      from round_closings as closing
      join round_counts as counts on counts.id = closing.count_id
      join rounds on rounds.id = closing.round_id
      join scored on scored.round_id = closing.round_id
      left join jsonb_array_elements(counts.result::jsonb -> 'designs') as published (it)
        on it ->> 'design' = scored.design_id::text
      where it is null or (it ->> 'n')::int <> n or (it ->> 'points')::int <> points or (it ->> 'score') <> score::text`,
  });
  return [winners, figures, await bundlesVerify(story), await resultsAreImmutable(story)];
};

/** The published bundle, by `verify-round`, with the receipts that the voters were given. */
async function bundlesVerify({ shop, history }: Story): Promise<Checked> {
  const decided = await shop.ask<{ slug: string }>(`select slug from rounds where phase = 'decided' order by slug`);
  const receipts = history.of('vote', 'ok').flatMap(({ answer }) => {
    const { receipt } = answer as { receipt?: { round: string } };
    return receipt ? [receipt] : [];
  });
  const folder = mkdtempSync(join(tmpdir(), 'fraisier-bundles-'));
  const broken: string[] = [];
  for (const { slug } of decided) {
    const answer = await fetch(`${shop.appUrl}/api/rounds/${slug}/bundle`).catch(() => null);
    if (!answer?.ok) {
      broken.push(`${slug}: there is no bundle (${answer?.status ?? 'no answer'})`);
      continue;
    }
    const [bundle, kept] = [join(folder, `${slug}.zip`), join(folder, `${slug}.json`)];
    writeFileSync(bundle, Buffer.from(await answer.arrayBuffer()));
    const own = receipts.filter(({ round }) => round === slug);
    writeFileSync(kept, JSON.stringify({ format: 'fraisier/receipts/v1', receipts: own }));
    const words = [...followingUs, 'scripts/verify-round.ts', bundle, '--receipt', kept, '--json'];
    const { code, output } = await runToEnd(process.execPath, words, { cwd: root, channel: 'ipc' });
    if (code === 0) continue;
    const failed = output.split('\n').filter((line) => line.includes('"ok":false'));
    broken.push(...(failed.length > 0 ? failed : [output.trim()]).map((line) => `${slug}: ${line}`));
  }
  rmSync(folder, { recursive: true, force: true });
  return {
    invariant: 'I2',
    must: 'verify-round passes each published bundle, with every receipt that was given',
    looked: decided.length,
    broken,
  };
}

const kept = ['round_counts', 'round_winners', 'round_closings', 'finalists', 'passed_over', 'ballot_log'] as const;

/** Tries it, and undoes what should not have been possible. */
async function resultsAreImmutable({ shop }: Story): Promise<Checked> {
  const broken: string[] = [];
  for (const table of kept) {
    for (const change of [`update ${table} set round_id = round_id`, `delete from ${table}`]) {
      await query(shop.databaseUrl, `do $$ begin ${change}; raise 'it can be done'; end $$`).catch((error: Error) => {
        if (error.message === 'it can be done') broken.push(change);
      });
    }
  }
  return { invariant: 'I2', must: 'nothing of a result can be changed or deleted', looked: kept.length * 2, broken };
}
