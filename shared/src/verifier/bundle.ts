import { type Bytes, sha256, toHex } from './bytes.ts';
import { readCanonical } from './canonical.ts';
import type { Cells, QuorumReason } from './recount.ts';
import { FINALISTS } from './recount.ts';
import { type Archive, openArchive } from './zip.ts';

/** The short parts of a bundle, as they say they are; nothing here is proved. */
export interface Bundle {
  readonly archive: Archive;
  readonly bytes: number;
  readonly round: string;
  readonly origin: string;
  /** As a C2SP vkey, and as SPKI in base64. */
  readonly verifierKey: string;
  readonly publicKey: string;
  readonly quorum: { readonly finalMin: number; readonly medianMin: number };
  /** Every design that was dealt, and whether it was still in the running at the count. */
  readonly designs: ReadonlyMap<string, boolean>;
  readonly result: Result;
  readonly heads: readonly { readonly size: number; readonly note: string }[];
  readonly manifest: string;
  /** Of each short file, by name. */
  readonly hashes: ReadonlyMap<string, string>;
}

export interface ResultDesign {
  readonly design: string;
  readonly rank: number;
  readonly tied: boolean;
  readonly score: string;
  readonly n: number;
  readonly points: number;
  readonly wouldWear: number;
  readonly histogram: Cells;
}

export interface Sums {
  readonly voters: number;
  readonly ratings: number;
  readonly points: number;
  readonly wouldWear: number;
}

export interface Result {
  readonly v: number;
  readonly round: string;
  readonly totals: Sums & { readonly designs: number };
  readonly quorum: {
    readonly met: boolean;
    readonly finalMin: number;
    readonly medianMin: number;
    readonly reasons: readonly QuorumReason[];
  };
  readonly finalists: readonly string[];
  readonly designs: readonly (ResultDesign & {
    readonly rankLow: number;
    readonly rankHigh: number;
    readonly finalist: boolean;
    readonly sizes: Readonly<Record<string, number>>;
  })[];
  /** Rounds counted before votes could be set aside have neither. */
  readonly setAside?: { readonly voters: number; readonly ratings: number };
  readonly all?: Sums & { readonly designs: readonly ResultDesign[] };
}

const SHORT = ['README.txt', 'designs.json', 'heads.jsonl', 'result.json', 'round.json'] as const;
const FILES: readonly string[] = [...SHORT, 'log.jsonl', 'openings.jsonl', 'manifest.txt'];

interface RoundFile {
  readonly v: number;
  readonly round: string;
  readonly origin: string;
  readonly verifierKey: string;
  readonly publicKey: string;
  readonly finalists: number;
  readonly k: number;
  readonly quorum: Bundle['quorum'];
}

/** Opens a bundle; throws with what is missing or no bundle of this format. */
export async function openBundle(source: Blob | Bytes): Promise<Bundle> {
  const archive = await openArchive(source);
  const missing = FILES.filter((name) => !archive.names.includes(name));
  if (missing.length > 0) throw new Error(`the archive has no ${missing.join(', no ')}`);
  const stray = archive.names.find((name) => !FILES.includes(name));
  if (stray !== undefined) throw new Error(`${stray} is no part of a bundle: nobody signed it`);
  const round = (await read(archive, 'round.json')) as RoundFile;
  if (round.v !== 1) throw new Error('a bundle of another format');
  if (round.k !== 10 || round.finalists !== FINALISTS) throw new Error('the round was counted by other rules');
  const entries = (await read(archive, 'designs.json')) as readonly { id: string; counted: boolean }[];
  const designs = new Map(entries.map(({ id, counted }) => [id, counted === true]));
  if (designs.size !== entries.length) throw new Error('designs.json names a design twice');
  const result = (await read(archive, 'result.json')) as Result;
  if (result.v !== 1) throw new Error('a result of another format');
  if (result.round !== round.round) throw new Error('the result is that of another round');
  const heads: { size: number; note: string }[] = [];
  for await (const line of archive.lines('heads.jsonl')) heads.push(readCanonical(line) as (typeof heads)[number]);
  const hashes = new Map<string, string>();
  for (const name of SHORT) hashes.set(name, toHex(await sha256(await archive.bytes(name))));
  return {
    archive,
    bytes: source instanceof Blob ? source.size : source.length,
    round: round.round,
    origin: round.origin,
    verifierKey: round.verifierKey,
    publicKey: round.publicKey,
    quorum: round.quorum,
    designs,
    result,
    heads,
    manifest: await archive.text('manifest.txt'),
    hashes,
  };
}

async function read(archive: Archive, name: string): Promise<unknown> {
  try {
    return readCanonical(await archive.text(name));
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}
