import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawCard } from '../../server/src/platform/images/draw-card.ts';
import { openPicture, toPixels } from '../../server/src/platform/images/open-picture.ts';

/** The columns of a card's last line that bear ink. */
async function inkOfFoot(foot: readonly [string, string]): Promise<number[]> {
  const words = { shop: '', over: '', title: 'x', by: '', foot };
  const folder = await mkdtemp(join(tmpdir(), 'card-'));
  const path = join(folder, 'card.jpg');
  await writeFile(path, await drawCard({ ground: '#ffffff', words, art: null }));
  const { data, width } = await toPixels(openPicture(path));
  await rm(folder, { recursive: true });
  const columns = Array.from({ length: width }, (_, x) => x);
  const rows = Array.from({ length: 60 }, (_, row) => 530 + row);
  return columns.filter((x) => rows.some((row) => data.readUInt8((row * width + x) * 4) < 128));
}

test('what a card says in two weights stands as one line: no gap before a comma', async () => {
  const [alone, two, one] = await Promise.all([
    inkOfFoot(['300 pièces', '']),
    inkOfFoot(['300 pièces', ', 24']),
    inkOfFoot(['300 pièces, 24', '']),
  ]);
  const end = alone.at(-1)!;
  const comma = (columns: readonly number[]) => columns.find((x) => x > end + 1)! - end;
  expect(comma(two) - comma(one)).toBeLessThan(2);
});
