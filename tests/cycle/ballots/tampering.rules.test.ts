import { ballotLine, eraseLine, quarantineLine } from '@fraisier/shared/cycle/ballot-log.ts';
import { canonicalJson, parseCanonicalJson } from '@fraisier/shared/cycle/canonical-json.ts';
import type { CheckId } from '@fraisier/shared/verifier/checks.ts';
import type { Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';
import { describe, expect, it } from 'vitest';
import { type Files, failures, pack, verify } from '../../support/bundles.ts';
import { type MadeRound, makeRound, newKeys, type Said, sealFiles } from '../../support/made-round.ts';

const said = (points: number): Said =>
  points === 6 ? { stars: 5, wouldWear: true, size: 'M' } : { stars: points as Said['stars'], wouldWear: false };

/** Twenty designs, five voters, minds changed, a ballot set aside; heads on the way. */
function livelyRound(before: (round: MadeRound) => void = () => {}, cheats: Cheats = {}): MadeRound {
  const round = makeRound({ designs: 20, finalMin: 2, medianMin: 2, ...(cheats.keys ? { keys: cheats.keys } : {}) });
  for (let voter = 0; voter < 5; voter++) {
    for (const [nth, design] of round.designs.entries()) {
      round.rate(voter, design, said(((nth * 5 + voter * voter) % 6) + 1));
    }
    round.head();
  }
  round.quarantine(4);
  before(round);
  round.cut(cheats.finalists ? { finalists: cheats.finalists(round) } : {});
  round.rate(0, round.designs[3]!, said(6));
  round.rate(1, round.designs[3]!, said(6));
  if (cheats.left) round.leave(cheats.left(round));
  round.close(cheats.winners ? { winners: cheats.winners(round) } : {});
  return round;
}

interface Cheats {
  readonly keys?: ReturnType<typeof newKeys>;
  readonly finalists?: (round: MadeRound) => string[];
  readonly winners?: (round: MadeRound) => string[];
  /** A design that was voted on and is no longer counted. */
  readonly left?: (round: MadeRound) => string;
}

const lines = (files: Files, name: string) => files.get(name)!.trimEnd().split('\n');
const write = (files: Files, name: string, all: readonly string[]) => files.set(name, `${all.join('\n')}\n`);
type Any = Record<string, never> & { [name: string]: unknown };
/** Changes a file of canonical JSON in place. */
function edit(files: Files, name: string, change: (value: never) => void): void {
  const value = parseCanonicalJson(files.get(name)!);
  change(value as never);
  files.set(name, canonicalJson(value));
}

interface Attack {
  readonly what: string;
  /** The first check that fails: the one whose business it is. */
  readonly caughtBy: CheckId;
  /** What somebody does to a published bundle. */
  readonly on?: (files: Files, round: MadeRound) => void;
  /** What the shop itself makes of the round, with its own key. */
  readonly by?: () => MadeRound;
  /** The shop signs what was done to the files, as only it can. Otherwise the manifest is as it was published. */
  readonly resigned?: boolean;
}

const attacks: readonly Attack[] = [
  {
    what: 'the stars of an opening are changed',
    caughtBy: 'openings',
    on: (files) => files.set('openings.jsonl', files.get('openings.jsonl')!.replace('\\"stars\\":2', '\\"stars\\":5')),
  },
  {
    what: 'an opening is given twice',
    caughtBy: 'openings',
    on: (files) => {
      const [first, ...rest] = lines(files, 'openings.jsonl');
      write(files, 'openings.jsonl', [first!, first!, ...rest]);
    },
  },
  {
    what: 'an opening is held back',
    caughtBy: 'unopened',
    on: (files) => write(files, 'openings.jsonl', lines(files, 'openings.jsonl').slice(1)),
  },
  {
    what: 'a line is dropped from the log',
    caughtBy: 'tree',
    on: (files) => write(files, 'log.jsonl', lines(files, 'log.jsonl').toSpliced(7, 1)),
  },
  {
    what: 'a line that only the last head covers is dropped',
    caughtBy: 'tree',
    on: (files) => write(files, 'log.jsonl', lines(files, 'log.jsonl').toSpliced(-2, 1)),
  },
  {
    what: 'a line is added to the log',
    caughtBy: 'tree',
    on: (files) => {
      const all = lines(files, 'log.jsonl');
      write(files, 'log.jsonl', all.toSpliced(40, 0, all[40]!.replace(/[0-9a-f]{64}/, 'ab'.repeat(32))));
    },
  },
  {
    what: 'two lines change places',
    caughtBy: 'tree',
    on: (files) => {
      const all = lines(files, 'log.jsonl');
      write(files, 'log.jsonl', all.with(3, all[4]!).with(4, all[3]!));
    },
  },
  {
    what: 'a line is spelled otherwise',
    caughtBy: 'log',
    on: (files) => files.set('log.jsonl', files.get('log.jsonl')!.replace('"kind":"ballot",', '"kind": "ballot",')),
  },
  {
    what: 'the log ends before the close, and its last head is gone',
    caughtBy: 'last_head',
    resigned: true,
    on: (files) => {
      write(files, 'log.jsonl', lines(files, 'log.jsonl').slice(0, -1));
      write(files, 'heads.jsonl', lines(files, 'heads.jsonl').slice(0, -1));
    },
  },
  {
    what: 'a head’s signature is forged',
    caughtBy: 'heads',
    resigned: true,
    on: (files) => {
      const [first, ...rest] = lines(files, 'heads.jsonl');
      const head = JSON.parse(first!);
      head.note = head.note.replace(
        /(— \S+ [A-Za-z0-9+/]{20})(.)/,
        (_: string, kept: string, one: string) => kept + (one === 'A' ? 'B' : 'A'),
      );
      write(files, 'heads.jsonl', [canonicalJson(head), ...rest]);
    },
  },
  {
    what: 'a head is signed with another key',
    caughtBy: 'heads',
    resigned: true,
    on: (files) => {
      const other = livelyRound(undefined, { keys: newKeys() });
      write(files, 'heads.jsonl', lines(files, 'heads.jsonl').with(1, canonicalJson(other.heads[1]!)));
    },
  },
  {
    what: 'the whole round is signed with another key',
    caughtBy: 'key',
    by: () => livelyRound(undefined, { keys: newKeys() }),
  },
  {
    what: 'a histogram of the result is changed',
    caughtBy: 'histograms',
    resigned: true,
    on: (files) =>
      edit(files, 'result.json', (result: { designs: { histogram: number[] }[] }) => {
        result.designs[0]!.histogram[9]! += 1;
      }),
  },
  {
    what: 'the sizes of a design are changed',
    caughtBy: 'sizes',
    resigned: true,
    on: (files) =>
      edit(files, 'result.json', (result: { designs: { sizes: Record<string, number> }[] }) => {
        result.designs.find((one) => one.sizes.M)!.sizes.M! += 1;
      }),
  },
  {
    what: 'a sum of the result is changed',
    caughtBy: 'totals',
    resigned: true,
    on: (files) =>
      edit(files, 'result.json', (result: { totals: { voters: number } }) => {
        result.totals.voters += 100;
      }),
  },
  {
    what: 'a score is changed',
    caughtBy: 'ranking',
    resigned: true,
    on: (files) =>
      edit(files, 'result.json', (result: { designs: { score: string }[] }) => {
        result.designs[2]!.score = String(Number(result.designs[2]!.score) + 1);
      }),
  },
  {
    what: 'a margin is changed',
    caughtBy: 'ranking',
    resigned: true,
    on: (files) =>
      edit(files, 'result.json', (result: { designs: { rankHigh: number }[] }) => {
        result.designs[0]!.rankHigh = 1;
      }),
  },
  {
    what: 'the second count is changed',
    caughtBy: 'set_aside',
    resigned: true,
    on: (files) =>
      edit(files, 'result.json', (result: { all: { designs: { histogram: number[] }[] } }) => {
        result.all.designs[0]!.histogram.reverse();
      }),
  },
  {
    what: 'what was set aside is hidden',
    caughtBy: 'set_aside',
    resigned: true,
    on: (files) =>
      edit(files, 'result.json', (result: Any) => {
        delete (result as { all?: unknown }).all;
        delete (result as { setAside?: unknown }).setAside;
      }),
  },
  {
    what: 'half of the second count is hidden',
    caughtBy: 'set_aside',
    resigned: true,
    on: (files) =>
      edit(files, 'result.json', (result: Any) => {
        delete (result as { setAside?: unknown }).setAside;
      }),
    by: () => livelyRound((round) => round.release(4)),
  },
  {
    what: 'a design is named twice, with another picture',
    caughtBy: 'archive',
    resigned: true,
    on: (files) =>
      edit(files, 'designs.json', (designs: { artworkSha256: string }[]) => {
        designs.push({ ...designs[0]!, artworkSha256: 'ab'.repeat(32) });
      }),
  },
  {
    what: 'the quorum is said to be missed',
    caughtBy: 'quorum',
    resigned: true,
    on: (files) =>
      edit(files, 'result.json', (result: { quorum: { met: boolean } }) => {
        result.quorum.met = false;
      }),
  },
  {
    what: 'another design goes to the final',
    caughtBy: 'cut',
    by: () =>
      livelyRound(undefined, {
        finalists: (round) => round.designs.slice(0, 16),
      }),
  },
  {
    what: 'a design goes to the final that no rating erased since can have brought there',
    caughtBy: 'cut',
    by: () => {
      const round = makeRound({ designs: 20 });
      for (let voter = 0; voter < 5; voter++) {
        for (const [nth, design] of round.designs.entries()) round.rate(voter, design, said(nth < 4 ? 1 : 6));
      }
      round.rate(9, round.designs[0]!, said(6));
      round.cut({ finalists: round.designs.slice(0, 16) });
      round.erase(9);
      round.close();
      return round;
    },
  },
  {
    what: 'a ballot is replaced by a line that is erased unopened',
    caughtBy: 'ballots',
    by: () =>
      livelyRound((round) => {
        const mine = round.rate(7, round.designs[0]!, said(6), { uncounted: true });
        const line = ballotLine({ round: round.slug, commitment: 'ab'.repeat(32), replaces: mine.leaf });
        round.raw(eraseLine({ round: round.slug, leaves: [round.raw(line)] }));
      }),
  },
  {
    what: 'another design wins',
    caughtBy: 'winners',
    by: () => livelyRound(undefined, { winners: (round) => [round.designs[0]!] }),
  },
  {
    what: 'the winner is said to have left the round, and nothing counts it',
    caughtBy: 'histograms',
    by: () => livelyRound(undefined, { left: (round) => round.designs[3]! }),
  },
  {
    what: 'a design that did not win is said to have left the round',
    caughtBy: 'histograms',
    by: () => livelyRound(undefined, { left: (round) => round.designs[0]! }),
  },
  {
    what: 'the picture of a design is another one',
    caughtBy: 'manifest',
    on: (files) =>
      edit(files, 'designs.json', (designs: { artworkSha256: string }[]) => {
        designs[0]!.artworkSha256 = 'ab'.repeat(32);
      }),
  },
  {
    what: 'a design has another author',
    caughtBy: 'manifest',
    on: (files) =>
      edit(files, 'designs.json', (designs: { designer: string }[]) => {
        designs[0]!.designer = 'Somebody else';
      }),
  },
  {
    what: 'a ballot is for a design that was not in the round',
    caughtBy: 'ballots',
    by: () =>
      livelyRound((round) => {
        round.rate(9, '00000000-0000-4000-8000-000000000000', said(5), { uncounted: true });
      }),
  },
  {
    what: 'a voter rates a design twice, and neither replaces the other',
    caughtBy: 'ballots',
    by: () =>
      livelyRound((round) => {
        round.rate(2, round.designs[0]!, said(6), { replaces: null, uncounted: true });
      }),
  },
  {
    what: 'a ballot replaces somebody else’s',
    caughtBy: 'ballots',
    by: () =>
      livelyRound((round) => {
        const mine = round.rate(7, round.designs[0]!, said(1));
        round.rate(8, round.designs[0]!, said(6), { replaces: mine.leaf });
      }),
  },
  {
    what: 'two ballots replace the same one',
    caughtBy: 'rules',
    by: () =>
      livelyRound((round) => {
        const mine = round.rate(7, round.designs[0]!, said(1));
        round.rate(7, round.designs[0]!, said(2));
        round.rate(7, round.designs[0]!, said(6), { replaces: mine.leaf });
      }),
  },
  {
    what: 'an act names a line that is not there',
    caughtBy: 'rules',
    by: () =>
      livelyRound((round) => {
        round.raw(quarantineLine({ round: round.slug, leaves: ['ab'.repeat(32)], reason: 'other' }));
      }),
  },
  {
    what: 'the result is that of another round',
    caughtBy: 'archive',
    resigned: true,
    on: (files) => files.set('result.json', files.get('result.json')!.replaceAll('2031-05', '2031-06')),
  },
  { what: 'a file is added', caughtBy: 'archive', on: (files) => files.set('winner.txt', 'Somebody else.\n') },
  { what: 'a file is missing', caughtBy: 'archive', on: (files) => files.delete('openings.jsonl') },
];

/** What nothing recounts: the shop's signature under the manifest stands for it. */
const onlySigned = [
  'designs.json: artworkSha256',
  'designs.json: designer',
  'designs.json: title',
  'heads.jsonl: signedAt',
  'result.json: crowd',
  'result.json: exposure',
  'round.json: number',
  'round.json: rulesVersion',
];

type Inner = { [name: string]: unknown };

/** Each field of a text, one of each list, and the texts that have another value there, one of another kind, or none. */
function* changes(text: string): Generator<{ field: string; texts: string[] }> {
  const root = JSON.parse(text) as Inner;
  const found: string[][] = [[]];
  for (const path of found) {
    const value = path.reduce<unknown>((inner, name) => (inner as Inner)[name], root);
    if (typeof value === 'object' && value !== null) {
      found.push(
        ...Object.keys(value)
          .slice(0, Array.isArray(value) ? 1 : undefined)
          .map((name) => [...path, name]),
      );
      continue;
    }
    const others =
      typeof value === 'number' ? [value + 1, String(value)] : [typeof value === 'string' ? `${value}a` : !value, 7];
    const texts = [...others, undefined].map((other) => {
      const copy = JSON.parse(text) as Inner;
      const inner = path.slice(0, -1).reduce((outer, name) => outer[name] as Inner, copy);
      const name = path.at(-1)!;
      if (other !== undefined) inner[name] = other;
      else if (Array.isArray(inner)) inner.splice(Number(name), 1);
      else delete inner[name];
      return canonicalJson(copy as never);
    });
    yield { field: path.find((name) => !/^\d+$/.test(name))!, texts };
  }
}

describe('a published bundle that was tampered with', () => {
  const honest = livelyRound();

  it('passed before', async () => {
    expect(failures(await verify(pack(honest.files()), { key: honest.verifierKey }))).toEqual([]);
  });

  it.each(attacks)('is refused when $what, by the check of that', async ({ caughtBy, on, by, resigned }) => {
    const round = by?.() ?? honest;
    let files = round.files();
    on?.(files, round);
    if (resigned) files = sealFiles(files, round.keys, round.origin);
    const checks = await verify(pack(files), { key: honest.verifierKey });
    const failed = failures(checks);
    expect(failed[0]).toBe(caughtBy);
    const first = checks.find((check) => check.id === caughtBy)!;
    expect(first.ok).toBe(false);
    expect(first.detail).toBeTruthy();
  });

  it('by the shop itself, with its key, to leave one voter out: who kept a head or a receipt can tell', async () => {
    const key = honest.verifierKey;
    let receipt!: Receipt;
    const told = livelyRound((round) => {
      receipt = round.rate(6, round.designs[0]!, said(4));
    });
    const forged = pack(livelyRound().files());
    expect(failures(await verify(forged, { key }))).toEqual([]);
    expect(failures(await verify(forged, { key, receipts: [receipt] }))).toEqual(['receipt']);
    expect(failures(await verify(forged, { key, kept: [told.heads.at(-2)!.note] }))).toEqual(['kept_head']);
    expect(failures(await verify(forged, { key, kept: [told.heads.at(-1)!.note] }))).toEqual(['kept_head']);
    // A text without a head proves nothing, neither for nor against.
    const nothing = (await verify(forged, { key, kept: ['Bonjour'] })).find(({ id }) => id === 'kept_head');
    expect(nothing).toMatchObject({ ok: null, detail: 'no head in this text' });
    expect(failures(await verify(forged, { key, kept: [told.heads[0]!.note] }))).toEqual([]);
    const whole = pack(told.files());
    expect(failures(await verify(whole, { key, receipts: [receipt], kept: [told.heads.at(-2)!.note] }))).toEqual([]);
    for (const wrong of [
      { ...receipt, payload: receipt.payload.replace(/"stars":\d/, '"stars":5') },
      { ...receipt, signature: receipt.signature.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')) },
      { ...receipt, leaf: 'ab'.repeat(32) },
      { ...receipt, round: '2031-06' },
    ]) {
      expect(failures(await verify(whole, { key, receipts: [wrong] }))).toEqual(['receipt']);
    }
  });

  it('by the shop itself is refused wherever a field can be recounted, and only there', async () => {
    const round = makeRound({ designs: 3, finalMin: 2, medianMin: 1 });
    for (const [nth, design] of round.designs.entries()) {
      round.rate(1, design, said(nth + 4));
      round.rate(2, design, said(nth + 1));
    }
    round.quarantine(2);
    round.cut();
    round.close();
    const published = round.files();
    const free = new Set<string>();
    for (const name of ['round.json', 'designs.json', 'result.json', 'heads.jsonl']) {
      for (const [line, text] of published.get(name)!.trimEnd().split('\n').entries()) {
        for (const { field, texts } of changes(text)) {
          for (const changed of texts) {
            const whole = published.get(name)!.split('\n').with(line, changed).join('\n');
            const files = sealFiles(new Map([...published, [name, whole]]), round.keys, round.origin);
            const checks = await verify(pack(files), { key: round.verifierKey });
            if (!checks.some((check) => check.ok === false)) free.add(`${name}: ${field}`);
          }
        }
      }
    }
    expect([...free].sort()).toEqual(onlySigned);
  });

  it.each([
    ['result.json', 33, 'archive'],
    ['log.jsonl', 17, 'log'],
    ['openings.jsonl', 17, 'openings'],
  ] as const)(
    'is refused unread when a few kilobytes unpack to a %s without end',
    async (name, megabytes, caughtBy) => {
      const bundle = pack(honest.files().set(name, ' '.repeat(megabytes * 1024 ** 2)));
      expect(bundle.length).toBeLessThan(200_000);
      const checks = await verify(bundle);
      expect(checks.find((check) => check.ok === false)).toMatchObject({ id: caughtBy });
      expect(checks.find((check) => check.ok === false)!.detail).toContain('too long');
    },
  );

  it('is no bundle at all, or half of one', async () => {
    const whole = pack(honest.files());
    for (const broken of [
      Buffer.of(),
      Buffer.from('no zip'),
      whole.subarray(0, whole.length / 2),
      whole.subarray(90),
      // Other tools would show other files.
      Buffer.concat([whole, pack(new Map([['result.json', '{}']]))]),
      Buffer.concat([pack(new Map([['result.json', '{}']])), whole]),
      Buffer.concat([whole, Buffer.from('more')]),
      Buffer.concat([whole.subarray(0, 30), Buffer.from('README.txu'), whole.subarray(40)]),
    ]) {
      const checks = await verify(Buffer.from(broken));
      expect(checks[0]).toMatchObject({ id: 'archive', ok: false });
      expect(checks.slice(1).every((check) => check.ok === null)).toBe(true);
      expect(checks).toHaveLength(19);
    }
  });
});
