import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { admitDesign } from '@fraisier/server/cycle/submissions/admit-design.ts';
import { checkArtwork } from '@fraisier/server/cycle/submissions/check-artwork.job.ts';
import { refuseDesign } from '@fraisier/server/cycle/submissions/refuse-design.ts';
import { renderPictures } from '@fraisier/server/cycle/submissions/render-pictures.job.ts';
import { findDesign } from '@fraisier/server/cycle/submissions/submissions.sql.ts';
import { submitDesign } from '@fraisier/server/cycle/submissions/submit-design.ts';
import type { Deps } from '@fraisier/server/deps.ts';
import { ARTWORK_LIMITS } from '@fraisier/shared/cycle/artwork-rules.ts';
import { runToEnd } from '../support/children.ts';
import { root } from '../support/folders.ts';
import { designOf } from './art.ts';
import { listArtworksAtDesk, listArtworksOfRound, listArtworksOnSale, listSubmitted } from './demo.sql.ts';
import type { CollectedDesign, VotedDesign } from './rounds.ts';
import type { DemoPeople } from './seed-people.ts';

/** As many as there are cores to decode pictures with. */
const AT_ONCE = 2;

/** Renders the drawings into `folder` as PNG at 200 dpi; those there are kept. Gives each design's file. */
export async function renderPrintFiles(folder: string, ids: readonly string[]): Promise<Map<string, string>> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, string>();
  const { code, output } = await runToEnd(
    process.execPath,
    ['scripts/demo/render-artwork.ts', '--dpi', '200', '--out', folder, ...ids],
    {
      cwd: root,
      env: process.env,
      onLine: (line) => {
        const { id, file } = JSON.parse(line) as { id: string; file: string };
        files.set(id, file);
      },
    },
  );
  if (code !== 0) throw new Error(`The drawings could not be rendered: ${output.trim()}`);
  return files;
}

/** Hands each design in as its author, has it checked, and lets Noé decide. What is there already is left alone. */
export async function submitDesigns(
  deps: Deps,
  people: DemoPeople,
  round: string,
  entries: readonly (VotedDesign | CollectedDesign)[],
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const known = await listSubmitted(deps.db, round);
  const byTitle = new Map(known.map((row) => [row.title, { designId: row.id, artworkId: row.artworkId! }]));
  const noe = people.cast.get('noe')!;
  await inParallel(entries, async (entry) => {
    const demo = designOf(entry.id);
    const { designId, artworkId } =
      byTitle.get(demo.title) ?? (await handIn(deps, people, round, entry.id, files.get(entry.id)!));
    await checkArtwork(deps, { artworkId });
    const design = await findDesign(deps.db, designId);
    if (design?.state !== 'checked') return;
    const collected = 'state' in entry ? entry : null;
    if (collected?.refusal) await refuseDesign(deps, designId, collected.refusal, noe);
    else if (collected?.state !== 'checked') await admitDesign(deps, designId, noe);
  });
}

async function handIn(deps: Deps, people: DemoPeople, round: string, id: string, path: string) {
  const demo = designOf(id);
  const stored = await deps.storage.writeTemp(createReadStream(path), { maxBytes: ARTWORK_LIMITS.maxBytes });
  return submitDesign(deps, {
    round,
    member: people.authors.get(demo.author)!,
    file: { ...stored, fileName: `${id}${basename(path).slice(basename(path).lastIndexOf('.'))}` },
    fields: {
      title: demo.title,
      story: demo.story,
      altText: demo.alt,
      altTextEn: demo.altEn,
      fabric: demo.fabric,
      sources: demo.sources ?? '',
      rightsDeclared: 'true',
    },
  });
}

/** The pictures of a round, so that the first look finds them; the other rounds' are jobs. Gives how many there are. */
export async function drawRound(deps: Deps, round: string): Promise<number> {
  const artworks = await listArtworksOfRound(deps.db, round);
  await inParallel(artworks, (artworkId) => renderPictures(deps, { artworkId }));
  return artworks.length;
}

/** What waits at the moderation desk: nobody judges a design unseen. */
export async function drawWaiting(deps: Deps): Promise<void> {
  await inParallel(await listArtworksAtDesk(deps.db), (artworkId) => renderPictures(deps, { artworkId }));
}

export async function drawRunsOnSale(deps: Deps): Promise<void> {
  await inParallel(await listArtworksOnSale(deps.db), (artworkId) => renderPictures(deps, { artworkId }));
}

async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
