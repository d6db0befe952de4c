import type { Readable } from 'node:stream';

/** What a stream turned out to be once it was written. */
export interface StoredFile {
  /** Where it lies until it is promoted or removed. */
  readonly key: string;
  readonly bytes: number;
  readonly sha256: Buffer;
}

/**
 * Where files live: disk, or any S3-compatible server. Keys are `folder/name`, made by us, never by a client.
 * A file goes temp → permanent: what a cut upload leaves is under `temp/` and is swept.
 * Each call throws Problem('storage_full') where there is no room, and Problem('unavailable') where storage does not
 * answer, after some tries: neither says anything about the file.
 */
export interface Storage {
  /** Streams into `temp/`; throws Problem('too_large') past the limit, and leaves nothing then. */
  writeTemp(stream: Readable, limit: { maxBytes: number }): Promise<StoredFile>;
  /** Moves a temporary file to its permanent key. */
  promote(tempKey: string, key: string): Promise<void>;
  write(key: string, body: Uint8Array): Promise<void>;
  /** Throws Problem('not_found') when there is no such file. */
  read(key: string): Promise<Readable>;
  readAll(key: string): Promise<Buffer>;
  /** Gives a path on the local disk for as long as `use` runs; programs that need a file, not a stream. */
  withLocalFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T>;
  exists(key: string): Promise<boolean>;
  /** Removing what is not there is fine. */
  remove(key: string): Promise<void>;
  /** Of a folder, in the order of the keys. */
  list(folder: string): AsyncIterable<{ key: string; bytes: number; modifiedAt: Date }>;
  /** Throws when storage cannot take a file now. */
  check(): Promise<void>;
}
