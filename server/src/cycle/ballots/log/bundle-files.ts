import { type CanonicalValue, canonicalJson } from '@fraisier/shared/cycle/canonical-json.ts';
import { placementIn } from '@fraisier/shared/cycle/placement.ts';
import { FINALISTS, K } from '@fraisier/shared/cycle/voting-rules.ts';
import type { Deps } from '../../../deps.ts';
import { sha256 } from '../../../platform/crypto/hash.ts';
import { signNote, verifierKey } from '../../../platform/crypto/signed-note.ts';
import { findClosing } from '../../rounds/closings.sql.ts';
import { readCountResult } from '../../rounds/count-result.ts';
import { findCountById } from '../../rounds/counts.sql.ts';
import type { RoundRow } from '../../rounds/find-round.ts';
import { chosenPlacement, roundArea } from '../../submissions/print-limits.ts';
import { type BundledDesign, listBundledDesigns } from './bundle.sql.ts';
import { bundleReadme } from './bundle-readme.ts';
import { type HeadRow, listHeads } from './heads.sql.ts';

export interface BundleFile {
  readonly name: string;
  readonly body: Buffer;
}

/**
 * All files of a bundle but the two long ones, which the tree covers: the signed manifest names the others by their
 * hashes, so that nobody on the way can change a title or a name either.
 */
export async function smallFiles(deps: Deps, round: RoundRow, head: HeadRow): Promise<BundleFile[]> {
  const closing = await findClosing(deps.db, round.id);
  const { result } = await findCountById(deps.db, closing!.count_id);
  const counted = readCountResult(result);
  const countedIds = new Set(counted.designs.map((design) => design.design));
  const designs = await listBundledDesigns(deps.db, round.id);
  const heads = await everyHead(deps, round.id);
  const { finalMin, medianMin } = counted.quorum;
  const files = [
    file('README.txt', bundleReadme(round.slug)),
    json('round.json', {
      v: 1,
      round: round.slug,
      number: round.number,
      rulesVersion: round.rules_version,
      origin: head.origin,
      publicKey: deps.keys.publicKey,
      verifierKey: verifierKey(deps.keys, head.origin),
      finalists: FINALISTS,
      k: Number(K),
      quorum: { finalMin, medianMin },
      moments: momentsOf(round),
    }),
    json(
      'designs.json',
      designs.map((design) => designEntry(design, round, countedIds.has(design.id))),
    ),
    file('result.json', result),
    file('heads.jsonl', heads.map((one) => `${canonicalJson(headEntry(one))}\n`).join('')),
  ];
  return [...files, file('manifest.txt', manifestOf(deps.keys, head.origin, files))];
}

const file = (name: string, text: string): BundleFile => ({ name, body: Buffer.from(text) });
const json = (name: string, value: CanonicalValue): BundleFile => file(name, canonicalJson(value));

/** With the fabric and the place that its pictures showed: the print can be held against what was voted on. */
function designEntry(design: BundledDesign, round: RoundRow, counted: boolean): CanonicalValue {
  const { id, title, designer, fabric, artworkSha256, width, height } = design;
  const place =
    width === null || height === null
      ? null
      : { ...placementIn(roundArea(round), { width, height }, chosenPlacement(design)) };
  return { id, title, designer, fabric, artworkSha256, place, counted };
}

/** What the shop signs of the short files. */
export function manifestOf(keys: Deps['keys'], origin: string, files: readonly BundleFile[]): string {
  const lines = files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, body }) => `${sha256(body).toString('hex')}  ${name}\n`);
  return signNote(keys, origin, `fraisier/bundle/v1\n${origin}\n${lines.join('')}`);
}

function headEntry({ size, note, signed_at }: HeadRow): CanonicalValue {
  return { size, note, signedAt: signed_at.toISOString() };
}

async function everyHead({ db }: Deps, roundId: string): Promise<HeadRow[]> {
  const heads: HeadRow[] = [];
  for (;;) {
    const page = await listHeads(db, roundId, { below: heads.at(-1)?.size ?? null, limit: 1000 });
    if (page.length === 0) return heads.reverse();
    heads.push(...page);
  }
}

function momentsOf(round: RoundRow): CanonicalValue {
  const { collecting_at, voting_at, final_at, extended_at, frozen_at, counted_at, decided_at } = round;
  const moments = {
    collecting: collecting_at,
    voting: voting_at,
    final: final_at,
    extended: extended_at,
    frozen: frozen_at,
    counted: counted_at,
    decided: decided_at,
  };
  return Object.fromEntries(Object.entries(moments).map(([phase, at]) => [phase, at?.toISOString() ?? null]));
}
