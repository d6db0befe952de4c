import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import type { Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureRating, type Month, moveTo, planAndOpen, vote } from '../support/month.ts';
import { contractsOf, pathOf } from '../support/routes.ts';
import { type Client, openShop, type SignedIn, type TestShop } from '../support/shop.ts';
import { seeded } from '../support/voters.ts';

const slug = '2026-12';
const DESIGNS = 17;
/** What says how the vote goes. */
const telling =
  /^(score|mean|average|rank|rankLow|rankHigh|histogram|points|winners?|ranking|margin|totals|tied|crowd|buyers|eligible|ages)$/;

/** The place of a design in everybody's liking, 0 for the best: another order than that in which they came. */
const liking = (design: number) => (design * 5) % DESIGNS;
const taste = (design: number, voter: number): FixtureRating => {
  const points = Math.max(1, 6 - Math.floor((liking(design) + voter) / 3));
  if (points === 6) return { stars: 5, wouldWear: true, size: 'M' };
  return { stars: points as 1 | 2 | 3 | 4 | 5, wouldWear: false };
};

/** One design is all that these like; it is nobody else's favourite. */
const PUSHED = 9;
const bloc = (design: number, voter: number): FixtureRating => {
  if (design === PUSHED) return { stars: 5, wouldWear: true, size: 'M' };
  return { stars: (1 + Math.floor(seeded(voter * 100 + design)() * 3)) as 1, wouldWear: false };
};

interface Seen {
  readonly who: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

describe('before the count', () => {
  let shop: TestShop;
  let month: Month;
  let viewers: Record<string, Client>;
  let untouched: string[][];
  beforeAll(async () => {
    shop = await openShop();
    month = await planAndOpen(shop, { slug, phase: 'voting', designs: DESIGNS });
    untouched = await galleries();
    await vote(shop, month, { voters: 6, taste });
    // What the desk has to show: a bloc that likes one design alone, and a flat ballot with an appeal.
    await vote(shop, month, { voters: 9, taste: bloc });
    await vote(shop, month, { voters: 1, taste: () => ({ stars: 1, wouldWear: false }) });
    await enqueue(shop.deps.db, 'find-clusters', {});
    await shop.runJobs();
    const suspected = month.voters[15]!;
    await suspected.post(`/api/rounds/${slug}/appeals`, { reason: 'Rien ne m’a plu ce mois-ci.' }).expect(202);
    viewers = {
      visitor: shop.visitor,
      member: await shop.member(),
      voter: month.voters[0]!,
      pushing: month.voters[9]!,
      suspected,
      designer: month.designers[0]!,
      operator: month.operator,
    };
  });
  afterAll(() => shop.close());

  const galleries = () =>
    Promise.all(
      [0, 1, 17, 63].map(async (order) => {
        const { body } = await shop.visitor.get(`/api/rounds/${slug}/designs?order=${order}`).expect(200);
        return (body.items as { id: string }[]).map((item) => item.id);
      }),
    );

  /** Every answer to a GET, for everyone, on every address that names something that is there. */
  const lookAround = async (): Promise<Seen[]> => {
    const there: Record<string, string[]> = {
      round: [slug],
      run: [slug],
      design: [0, 7, 16].map((nth) => month.designs[nth]!.id),
      designer: [0, 7, 16].map((nth) => month.designers[nth]!.id),
    };
    const seen: Seen[] = [];
    for (const contract of contractsOf(shop).filter((one) => one.method === 'GET' && !one.file)) {
      const [name] = Object.keys(contract.params?.properties ?? {});
      const paths = name ? (there[name] ?? []).map((value) => pathOf(contract, { [name]: value })) : [pathOf(contract)];
      for (const path of paths) {
        for (const [who, client] of Object.entries(viewers)) {
          const { status, body } = await client.get(path);
          seen.push({ who, path, status, body });
        }
      }
    }
    return seen;
  };

  describe.each(['voting', 'final', 'frozen'] as const)('in %s', (phase) => {
    let seen: Seen[];
    beforeAll(async () => {
      if (phase !== 'voting') await moveTo(shop, month, phase);
      const hands = phase === 'final' ? await Promise.all(month.voters.slice(0, 6).map(rateFinalists)) : [];
      await shop.runJobs();
      seen = [...(await lookAround()), ...hands];
      expect(seen.filter((one) => one.status === 200).length).toBeGreaterThan(60);
    });

    it('no answer says how the vote goes: no score, no rank, no winner', () => {
      for (const { who, path, body } of seen) {
        const said = keysIn(body).filter((key) => telling.test(key));
        expect(said, `${who} ${path}`).toEqual([]);
      }
      for (const path of [`/api/rounds/${slug}/result`, `/api/rounds/${slug}/count`]) {
        const refused = seen.filter((one) => one.path === path).map((one) => one.status);
        expect(
          refused.every((status) => [401, 403, 409].includes(status)),
          path,
        ).toBe(true);
        expect(refused).toContain(409);
      }
    });

    it('no public answer names an author', () => {
      const secrets = month.designers.flatMap((designer) => [`"${designer.name}"`, designer.id]);
      // The demo's mails are everybody's letter boxes.
      const open = seen.filter((one) => one.who !== 'operator' && one.who !== 'designer' && one.status < 400);
      for (const { who, path, body } of open.filter((one) => one.path !== '/api/demo/mail')) {
        const text = JSON.stringify(body);
        for (const secret of secrets) expect(text.includes(secret), `${who} ${path} says ${secret}`).toBe(false);
      }
      const pages = seen.filter((one) => one.path.startsWith('/api/designers/'));
      expect(new Set(pages.map((one) => one.status))).toEqual(new Set([404]));
    });

    it('no list stands in the order of the votes, for anybody', () => {
      let lists = 0;
      for (const { who, path, body } of seen) {
        for (const ids of listsIn(body)) {
          const places = ids.flatMap((id) => {
            const design = month.designs.findIndex((one) => one.id === id);
            return design < 0 ? [] : [liking(design)];
          });
          if (places.length < 8) continue;
          lists += 1;
          expect(Math.abs(correlation(places)), `${who} ${path}: ${places.join(' ')}`).toBeLessThan(0.95);
        }
      }
      expect(lists).toBeGreaterThan(4);
    });

    it('the desk counts ballots and says nothing of how a design fares; from the final on not even who would be in it', async () => {
      const { body } = await month.operator.get(`/api/rounds/${slug}/clusters`).expect(200);
      const clusters = body.items as Cluster[];
      expect(clusters.map((cluster) => cluster.signal)).toEqual(
        expect.arrayContaining(['flat_ballot', 'sole_favourite']),
      );
      for (const cluster of clusters) {
        // Version 4: no part of it is a moment or a number in a row.
        expect(cluster.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
        expect(cluster.changesFinalists === null).toBe(phase !== 'voting');
        expect(cluster.signature).toBe('not_needed');
        for (const { code, counts } of cluster.signals) {
          expect([
            'flat_ballot',
            'sole_favourite ballots of',
            'twin_ballots common equal pairs',
            'burst accounts hours',
            'account_age roundYoungPercent youngPercent',
          ]).toContain([code, ...Object.keys(counts).sort()].join(' '));
        }
      }
      const { body: appeals } = await month.operator.get(`/api/rounds/${slug}/appeals`).expect(200);
      expect(appeals.items).toHaveLength(1);
      expect(appeals.items[0].id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
      for (const list of [clusters, appeals.items]) {
        const text = JSON.stringify(list);
        for (const voter of month.voters) {
          for (const secret of [voter.id, voter.email, `"${voter.name}"`]) expect(text.includes(secret)).toBe(false);
        }
      }
    });

    it('the gallery stands as if nobody had voted', async () => {
      expect(await galleries()).toEqual(untouched);
    });

    it('the log of operators’ acts keeps to acts and moments', async () => {
      const { body } = await month.operator.get('/api/audit').expect(200);
      const keys = body.items.flatMap((item: { details: unknown }) => keysIn(item.details));
      expect(keys.filter((key: string) => telling.test(key) || /finalist|rating/i.test(key))).toEqual([]);
    });
  });

  const rateFinalists = async (voter: SignedIn): Promise<Seen> => {
    const { body: hand } = await voter.post(`/api/rounds/${slug}/hands`).expect(200);
    const ratings = (hand.designs as { id: string }[]).map(({ id }) => {
      const design = month.designs.findIndex((one) => one.id === id);
      return { design: id, ...taste(design, month.voters.indexOf(voter) + 1) };
    });
    await voter.put(`/api/rounds/${slug}/ballot`, { ratings }).expect(200);
    return { who: voter.name, path: 'the hand of the final', status: 200, body: hand };
  };
});

function keysIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return Object.entries(value).flatMap(([key, one]) => [key, ...keysIn(one)]);
}

/** The ids of each list in an answer, in their order. */
function listsIn(value: unknown): string[][] {
  if (value === null || typeof value !== 'object') return [];
  if (!Array.isArray(value)) return Object.values(value).flatMap(listsIn);
  const ids = value.map((one: { id?: string; design?: string } | string | null) =>
    typeof one === 'string' ? one : (one?.design ?? one?.id ?? ''),
  );
  return [ids, ...value.flatMap(listsIn)];
}

/** Of a sequence of places with 0, 1, 2 …: 1 is the order of the votes, -1 its opposite, 0 none. */
function correlation(places: readonly number[]): number {
  const n = places.length;
  const mean = places.reduce((sum, one) => sum + one, 0) / n;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [index, place] of places.entries()) {
    const [x, y] = [index - (n - 1) / 2, place - mean];
    xy += x * y;
    xx += x * x;
    yy += y * y;
  }
  return xy / Math.sqrt(xx * yy);
}
