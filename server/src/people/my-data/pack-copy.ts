import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Deps } from '../../deps.ts';
import type { Member } from '../accounts.ts';
import { copyReadme, readmeName } from './copy-readme.ts';
import { type CopyFile, keptTables, readKept } from './kept-tables.sql.ts';
import { type OpenedFile, ownFiles } from './own-files.ts';
import { readOwner } from './read-owner.ts';

export interface Copy {
  readonly member: Member;
  readonly locale: 'fr' | 'en';
  readonly at: Date;
  readonly shop: { readonly name: string; readonly email: string; readonly timeZone: string };
}

/**
 * The zip of what the shop keeps about a member, made while it is sent: one table or one file is in memory at a time,
 * however much there is. When its reader goes away, so does what is open.
 */
export async function packCopy(deps: Deps, copy: Copy): Promise<Readable> {
  const zip = new ZipFile();
  const output = zip.outputStream as unknown as Readable;
  const stop = new AbortController();
  output.on('close', () => stop.abort());
  zip.on('error', (error: Error) => output.destroy(error));
  const owner = await readOwner(deps.db, copy.member.id);
  const entry = { mtime: copy.at, mode: 0o100644 } as const;

  zip.addBuffer(Buffer.from(copyReadme(copy)), readmeName(copy.locale), entry);
  for (const file of Object.keys(keptTables) as CopyFile[]) {
    add(`${file}.json`, true, async () => Readable.from(jsonOf(file), { objectMode: false }));
  }
  for (const { name, packs, open } of await ownFiles(deps, copy)) add(name, packs, open);
  zip.end();
  return output;

  function add(name: string, compress: boolean, open: OpenedFile['open']): void {
    zip.addReadStreamLazy(name, { ...entry, compress }, (done) => {
      open().then(
        (stream) => {
          stream.on('error', (error) => zip.emit('error', error));
          stop.signal.addEventListener('abort', () => stream.destroy());
          if (stop.signal.aborted) stream.destroy();
          done(null, stream);
        },
        (error: Error) => zip.emit('error', error),
      );
    });
  }

  async function* jsonOf(file: CopyFile): AsyncGenerator<Buffer> {
    let before = '{';
    for (const table of keptTables[file]) {
      const rows = await readKept(deps.db, table, owner);
      const text = JSON.stringify(rows.map(named), null, 2).replaceAll('\n', '\n  ');
      yield Buffer.from(`${before}\n  ${JSON.stringify(camel(table.table))}: ${text}`);
      before = ',';
    }
    yield Buffer.from('\n}\n');
  }
}

/** Names as the interface has them; what is inside a value stays as it is kept. */
function named(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
