/** As much of ZIP as a bundle needs: a directory at the end, files that are stored or deflated, no more than 4 GB. */

export interface Archive {
  readonly names: readonly string[];
  text(name: string): Promise<string>;
  bytes(name: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The lines of a file whose every line ends with a line break; the file itself is never whole in memory. */
  lines(name: string): AsyncGenerator<string>;
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const LOCAL_BYTES = 30;
const DESCRIPTOR_BYTES = 16;
const END_BYTES = 22;
/** A bundle has eight files. */
const MOST_FILES = 100;
/** Of a file that is read whole, and of a line: a thousand times what a month has. Three megabytes unpack to gigabytes. */
const MOST_BYTES = 32 * 1024 ** 2;
const LONGEST_LINE = 16 * 1024 ** 2;

export async function openArchive(source: Blob | Uint8Array<ArrayBuffer>): Promise<Archive> {
  const blob = source instanceof Blob ? source : new Blob([source]);
  const entries = await readDirectory(blob);
  const find = (name: string): Entry => {
    const entry = entries.get(name);
    if (!entry) throw new Error(`the archive has no ${name}`);
    return entry;
  };
  async function* chunks(name: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const entry = find(name);
    const reader = (await unpacked(blob, entry)).getReader();
    let left = entry.size;
    try {
      for (;;) {
        const { value, done } = await reader.read();
        left -= value?.length ?? 0;
        if (left < 0 || (done && left > 0)) throw new Error(`${name} is not as long as the archive says`);
        if (done) return;
        yield value;
      }
    } finally {
      // Whoever stops early, or too late, wants no more of it.
      reader.cancel().catch(() => {});
    }
  }
  const bytes = async (name: string) => {
    const { size } = find(name);
    if (size > MOST_BYTES) throw new Error(`${name} is too long`);
    const all = new Uint8Array(size);
    let at = 0;
    for await (const chunk of chunks(name)) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  };
  return {
    names: [...entries.keys()],
    bytes,
    text: async (name) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytes(name)),
    async *lines(name) {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      let rest = '';
      for await (const chunk of chunks(name)) {
        const [first, ...others] = decoder.decode(chunk, { stream: true }).split('\n');
        rest += first;
        if (rest.length > LONGEST_LINE) throw new Error(`${name} has a line that is too long`);
        for (const next of others) {
          yield rest;
          rest = next;
        }
      }
      if (rest + decoder.decode() !== '') throw new Error(`${name} does not end with a line break`);
    },
  };
}

async function readDirectory(blob: Blob): Promise<Map<string, Entry>> {
  const end = await view(blob, Math.max(0, blob.size - END_BYTES), blob.size);
  if (end.byteLength < END_BYTES || end.getUint32(0, true) !== END) throw new Error('not a zip file, or not all of it');
  const count = end.getUint16(10, true);
  if (count > MOST_FILES) throw new Error('a zip file of too many files');
  const start = end.getUint32(16, true);
  const directory = await view(blob, start, blob.size - END_BYTES);
  const entries = new Map<string, Entry>();
  for (let at = 0, nth = 0; nth < count; nth++) {
    if (directory.getUint32(at, true) !== DIRECTORY) throw new Error('the directory of the zip file is broken');
    const nameLength = directory.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, nameLength));
    if (entries.has(name)) throw new Error(`the archive has ${name} twice`);
    entries.set(name, {
      flags: directory.getUint16(at + 8, true),
      method: directory.getUint16(at + 10, true),
      packed: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    });
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (nth === count - 1 && at !== directory.byteLength)
      throw new Error('the zip file holds more than its directory says');
  }
  await mustFollowOneAnother(blob, entries, start);
  return entries;
}

/**
 * Files fill the archive from its first byte to its directory, under the names that they have there: a tool that reads
 * it by another way, or finds another directory, shows the same files.
 */
async function mustFollowOneAnother(blob: Blob, entries: ReadonlyMap<string, Entry>, end: number): Promise<void> {
  let at = 0;
  for (const [name, { offset, packed, flags }] of [...entries].sort(([, a], [, b]) => a.offset - b.offset)) {
    const head = await view(blob, offset, offset + LOCAL_BYTES);
    if (offset !== at || head.byteLength < LOCAL_BYTES)
      throw new Error('the zip file holds more than its directory says');
    if (head.getUint32(0, true) !== LOCAL) throw new Error('a file of the zip file is broken');
    const body = at + LOCAL_BYTES + head.getUint16(26, true);
    if ((await blob.slice(at + LOCAL_BYTES, body).text()) !== name) throw new Error(`${name} has two names`);
    at = body + head.getUint16(28, true) + packed;
    const follows = flags & 8 ? await view(blob, at, at + 4) : null;
    if (follows?.byteLength === 4 && follows.getUint32(0, true) === DESCRIPTOR) at += DESCRIPTOR_BYTES;
  }
  if (at !== end) throw new Error('the zip file holds more than its directory says');
}

async function unpacked(blob: Blob, entry: Entry): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const head = await view(blob, entry.offset, entry.offset + LOCAL_BYTES);
  const start = entry.offset + LOCAL_BYTES + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = blob.slice(start, start + entry.packed).stream();
  if (entry.method === 0) return packed;
  if (entry.method === 8) return packed.pipeThrough(new DecompressionStream('deflate-raw'));
  throw new Error('a file is packed in a way that bundles are not');
}

async function view(blob: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await blob.slice(from, to).arrayBuffer());
}
