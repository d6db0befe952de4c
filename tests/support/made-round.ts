import { createHash, generateKeyPairSync } from 'node:crypto';
import { type BundleFile, manifestOf } from '@fraisier/server/cycle/ballots/log/bundle-files.ts';
import { createRootReader } from '@fraisier/server/cycle/ballots/log/tree.ts';
import { countResult, winnersOf, writeCountResult } from '@fraisier/server/cycle/rounds/count-result.ts';
import { createKeys } from '@fraisier/server/platform/crypto/keys.ts';
import { signNote, verifierKey } from '@fraisier/server/platform/crypto/signed-note.ts';
import {
  ballotLine,
  ballotPayload,
  closeLine,
  commitmentPreimage,
  cutLine,
  dismissLine,
  eraseLine,
  leafPreimage,
  prolongLine,
  quarantineLine,
  receiptText,
  releaseLine,
} from '@fraisier/shared/cycle/ballot-log.ts';
import { canonicalJson } from '@fraisier/shared/cycle/canonical-json.ts';
import { asHistogram, type DesignTally, histogramCell } from '@fraisier/shared/cycle/histograms.ts';
import { finalists, quorum, tally } from '@fraisier/shared/cycle/tally.ts';
import type { Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';
import type { Files } from './bundles.ts';

/**
 * A round without a shop: its log, count and bundle made by the real rules from a list of acts, so that thousands of
 * rounds, and rounds of a shop that cheats, can be verified. Everything in it follows from its seed.
 */
export interface Said {
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly wouldWear: boolean;
  readonly size?: string | null;
}

interface Ballot extends Said {
  readonly voter: number;
  readonly design: string;
  readonly leaf: string;
}

export type MadeRound = ReturnType<typeof makeRound>;

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const hex = (data: string | Uint8Array) => hash(data).toString('hex');

export const newKeys = () =>
  createKeys(
    [Buffer.alloc(32).toString('base64')],
    generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  );
const shopKeys = newKeys();

export function makeRound({
  slug = '2031-05',
  designs: count = 4,
  finalMin = 0,
  medianMin = 0,
  keys = shopKeys,
}: {
  slug?: string;
  designs?: number;
  finalMin?: number;
  medianMin?: number;
  keys?: typeof shopKeys;
} = {}) {
  const origin = `fraisier.test/rounds/${slug}`;
  const uuid = (name: string) =>
    hex(`${slug} ${name}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  const designs = Array.from({ length: count }, (_, nth) => uuid(`design ${nth}`)).sort();
  const lines: string[] = [];
  const openings = new Map<string, { salt: string; payload: string }>();
  const standing = new Map<string, Ballot>();
  const said = new Map<number, string[]>();
  const setAside = new Set<string>();
  const heads: { size: number; note: string; signedAt: string }[] = [];
  const passedOver: string[] = [];
  const left = new Set<string>();
  let chosen: string[] = [];
  let result = '';

  const add = (line: string): string => {
    lines.push(line);
    return hex(leafPreimage(line));
  };
  const counting = () => [...standing.values()].filter((ballot) => !setAside.has(ballot.leaf));
  const tallies = (ballots: readonly Ballot[]): DesignTally[] =>
    designs
      .filter((designId) => !left.has(designId))
      .map((designId) => {
        const cells = new Array<number>(10).fill(0);
        for (const ballot of ballots) {
          if (ballot.design === designId) cells[histogramCell(ballot.stars, ballot.wouldWear)]! += 1;
        }
        return { designId, histogram: asHistogram(cells) };
      });
  const voters = (ballots: readonly Ballot[]) => new Set(ballots.map((ballot) => ballot.voter)).size;
  const out = () => passedOver.toSorted().map((design) => ({ design, reason: 'rights_claim' }));
  const leavesOf = (voter: number) =>
    [...standing.values()].filter((ballot) => ballot.voter === voter).map((ballot) => ballot.leaf);

  const round = {
    slug,
    origin,
    keys,
    designs,
    lines,
    openings,
    publicKey: keys.publicKey,
    verifierKey: verifierKey(keys, origin),
    /** What a vote writes; `cheat` makes it a vote that the shop would never take. */
    rate(
      voter: number,
      design: string,
      vote: Said,
      cheat: { replaces?: string | null; uncounted?: boolean } = {},
    ): Receipt {
      const { stars, wouldWear, size = null } = vote;
      const salt = hex(`salt ${lines.length}`).slice(0, 32);
      const payload = ballotPayload({
        design,
        pseudonym: uuid(`voter ${voter}`),
        size: size as string,
        stars,
        wouldWear,
      });
      const older = standing.get(`${voter} ${design}`)?.leaf ?? null;
      const replaces = cheat.replaces === undefined ? older : cheat.replaces;
      const line = ballotLine({ round: slug, commitment: hex(commitmentPreimage(salt, payload)), replaces });
      const leaf = add(line);
      openings.set(leaf, { salt, payload });
      if (!cheat.uncounted) standing.set(`${voter} ${design}`, { ...vote, voter, design, leaf });
      said.set(voter, [...(said.get(voter) ?? []), leaf]);
      return { round: slug, leaf, line, salt, payload, signature: keys.sign(receiptText({ round: slug, leaf })) };
    },
    quarantine(voter: number): void {
      const leaves = leavesOf(voter);
      if (leaves.length === 0) return;
      add(quarantineLine({ round: slug, leaves, reason: 'flat_ballot' }));
      for (const leaf of leaves) setAside.add(leaf);
    },
    release(voter: number): void {
      const leaves = leavesOf(voter);
      if (leaves.length === 0) return;
      add(releaseLine({ round: slug, leaves, reason: 'mistake' }));
      for (const leaf of leaves) setAside.delete(leaf);
    },
    dismiss(voter: number): void {
      const leaves = leavesOf(voter);
      if (leaves.length > 0) add(dismissLine({ round: slug, leaves, reason: 'honest_pattern' }));
    },
    erase(voter: number): void {
      const leaves = said.get(voter) ?? [];
      if (leaves.length === 0) return;
      add(eraseLine({ round: slug, leaves }));
      for (const leaf of leaves) openings.delete(leaf);
      for (const [key, ballot] of standing) if (ballot.voter === voter) standing.delete(key);
      said.delete(voter);
    },
    passOver(design: string): void {
      passedOver.push(design);
    },
    /** Nothing counts the design any more. */
    leave(design: string): void {
      left.add(design);
    },
    raw: add,
    head(): void {
      if (heads.at(-1)?.size !== lines.length && lines.length > 0) heads.push(headOf(lines.length));
    },
    cut(cheat: { finalists?: string[] } = {}): void {
      const counted = tally(tallies(counting()));
      chosen = cheat.finalists ?? finalists(counted).sort();
      const facts = { round: slug, size: lines.length, ratings: counted.ratings, passedOver: [] };
      add(cutLine({ ...facts, finalists: chosen }));
      round.head();
    },
    prolong(): void {
      add(prolongLine({ round: slug, due: '2031-06-07T18:00:00.000Z', reason: 'quorum_missed' }));
    },
    close(cheat: { winners?: string[] } = {}): void {
      const counted = counting();
      const all = [...standing.values()];
      const sizes = designs.flatMap((designId) => {
        const worn = counted.filter((one) => one.design === designId && one.size).map((one) => one.size as string);
        return [...new Set(worn)].map((size) => ({ designId, size, count: worn.filter((one) => one === size).length }));
      });
      const counts = countResult({
        round: slug,
        tallies: tallies(counted),
        sizes,
        finalistIds: chosen,
        voters: voters(counted),
        setAsideVoters: voters(all.filter((ballot) => setAside.has(ballot.leaf))),
        all: { tallies: tallies(all), voters: voters(all) },
        quorum: { finalMin, medianMin },
        dealt: designs.map(() => 1),
        crowd: { eligible: 100, ages: [], buyers: { voters: 0, tallies: [] } },
      });
      result = writeCountResult(counts);
      add(
        closeLine({
          round: slug,
          size: lines.length,
          ratings: counts.totals.ratings,
          setAside: counts.setAside.ratings,
          quorum: quorum(tally(tallies(counted)), chosen, { finalMin, medianMin }).met,
          winners: cheat.winners ?? winnersOf(counts, passedOver),
          passedOver: out(),
        }),
      );
      round.head();
    },
    heads,
    files(): Files {
      const files: Files = new Map([
        ['README.txt', 'A made round.\n'],
        [
          'round.json',
          canonicalJson({
            v: 1,
            round: slug,
            number: 1,
            rulesVersion: '2026-12',
            origin,
            publicKey: keys.publicKey,
            verifierKey: round.verifierKey,
            finalists: 16,
            k: 10,
            quorum: { finalMin, medianMin },
            moments: {},
          }),
        ],
        [
          'designs.json',
          canonicalJson(
            designs.map((id) => ({
              id,
              title: `Design ${id.slice(0, 4)}`,
              designer: 'Someone',
              artworkSha256: hex(id),
              counted: !left.has(id),
            })),
          ),
        ],
        ['result.json', result],
        ['heads.jsonl', heads.map((head) => `${canonicalJson(head)}\n`).join('')],
        ['log.jsonl', lines.map((line) => `${line}\n`).join('')],
        [
          'openings.jsonl',
          [...openings]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([leaf, opening]) => `${canonicalJson({ leaf, ...opening })}\n`)
            .join(''),
        ],
      ]);
      return sealFiles(files, keys, origin);
    },
  };
  return round;

  function headOf(size: number) {
    const tree = createRootReader();
    for (const line of lines.slice(0, size)) tree.add(hash(leafPreimage(line)));
    const note = signNote(keys, origin, `${origin}\n${size}\n${tree.root().toString('base64')}\n`);
    return { size, note, signedAt: '2031-06-01T00:00:00.000Z' };
  }
}

/** Signs the manifest over the files as they are now, as the shop itself could. */
export function sealFiles(files: Files, keys: typeof shopKeys, origin: string): Files {
  const short: BundleFile[] = ['README.txt', 'round.json', 'designs.json', 'result.json', 'heads.jsonl'].map(
    (name) => ({
      name,
      body: Buffer.from(files.get(name) ?? ''),
    }),
  );
  return new Map([...files, ['manifest.txt', manifestOf(keys, origin, short)]]);
}
