import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { S3mini, S3ServiceError, type UploadPart } from 's3mini';
import { diskProblem, withProblems } from './failures.ts';
import { measured } from './measured.ts';
import { type Patience, steadyFetch } from './steady-fetch.ts';
import type { Storage } from './storage.ts';

export interface S3Setting {
  /** Scheme, host and bucket. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The least that S3 takes for a part. */
const PART_BYTES = 5 * 1024 * 1024;
const LIST_PAGE = 1000;
/** A body that stands still for so long does not come any more. */
const IDLE_MS = 30_000;

export function createS3Storage(setting: S3Setting, patience?: Patience): Storage {
  const s3 = new S3mini({ ...setting, fetch: steadyFetch(patience) });

  const remove = async (key: string) => {
    await s3.deleteObject(key);
  };
  const read = async (key: string) => {
    const response = await s3.getObjectResponse(key);
    if (!response) throw new Problem('not_found');
    return thatMoves(Readable.fromWeb(response.body as ReadableStream));
  };
  /** A body that breaks off while it is read: the server's failing, and not the file's. */
  const readWhole = <T>(key: string, take: (body: Readable) => Promise<T>) =>
    read(key).then((body) =>
      take(body).catch((error: unknown) => {
        throw error instanceof Problem ? error : (diskProblem(error) ?? new Problem('unavailable'));
      }),
    );

  return withProblems(problemOf, {
    async writeTemp(stream, { maxBytes }) {
      const key = `temp/${randomUUID()}`;
      const input = measured(stream, maxBytes);
      try {
        await upload(s3, key, input.chunks());
      } catch (error) {
        await remove(key).catch(() => {});
        throw error;
      }
      return { key, ...input.result() };
    },
    async promote(tempKey, key) {
      // s3mini writes the slash of the key as %2F here, which not every server reads; our keys need no escaping.
      const additionalHeaders = { 'x-amz-copy-source': `/${s3.bucketName}/${tempKey}` };
      const bytes = await s3.getContentLength(tempKey);
      await s3.copyObject(tempKey, key, { additionalHeaders });
      // A copy that failed half-way is answered 200 too.
      if ((await s3.getContentLength(key)) !== bytes) throw new Problem('unavailable');
      // It is where it should be: what is left of it in temp/ is the sweep's.
      await remove(tempKey).catch(() => {});
    },
    async write(key, body) {
      await s3.putObject(key, body);
    },
    read,
    async readAll(key) {
      return readWhole(key, buffer);
    },
    async withLocalFile(key, use) {
      const folder = await mkdtemp(join(tmpdir(), 'fraisier-'));
      try {
        const path = join(folder, 'file');
        await readWhole(key, (body) => pipeline(body, createWriteStream(path)));
        return await use(path);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    exists: async (key) => (await s3.objectExists(key)) === true,
    remove,
    async *list(prefix) {
      let token: string | undefined;
      do {
        const page = await s3.listObjectsPaged('/', prefix, LIST_PAGE, token);
        for (const object of page?.objects ?? []) {
          yield { key: object.Key, bytes: Number(object.Size), modifiedAt: new Date(object.LastModified) };
        }
        token = page?.nextContinuationToken;
      } while (token);
    },
    async check() {
      if (!(await s3.bucketExists())) throw new Error('the bucket of the storage is not there');
    },
  });
}

/** Ends a stream that gives nothing for a while although its reader waits. */
function thatMoves(body: Readable): Readable {
  const timer = setTimeout(() => {
    const isAsked = body.readableLength < body.readableHighWaterMark;
    if (isAsked) body.destroy(new Problem('unavailable'));
    else timer.refresh();
  }, IDLE_MS).unref();
  const push = body.push.bind(body);
  body.push = (chunk, encoding) => {
    timer.refresh();
    return push(chunk, encoding);
  };
  return body.once('close', () => clearTimeout(timer));
}

/** One request when it fits into a part, otherwise parts one after the other, through the same five megabytes. */
async function upload(s3: S3mini, key: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  let uploadId: string | undefined;
  const sent: UploadPart[] = [];
  const part = Buffer.allocUnsafeSlow(PART_BYTES);
  let size = 0;
  let bytes = 0;
  const sendPart = async () => {
    uploadId ??= await s3.getMultipartUploadId(key);
    sent.push(await s3.uploadPart(key, uploadId, part.subarray(0, size), sent.length + 1));
    size = 0;
  };
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      for (let at = 0; at < chunk.length; ) {
        const taken = chunk.copy(part, size, at);
        at += taken;
        size += taken;
        if (size === PART_BYTES) await sendPart();
      }
    }
    if (uploadId === undefined) {
      await s3.putObject(key, part.subarray(0, size));
      return;
    }
    if (size > 0) await sendPart();
    await complete(s3, key, uploadId, sent, bytes);
  } catch (error) {
    // Parts of an upload that was never completed are kept, and paid, until someone aborts it.
    if (uploadId !== undefined) await s3.abortMultipartUpload(key, uploadId).catch(() => {});
    throw error;
  }
}

/** Asked twice, the second answer is an error; and a failure may be answered 200. What is there tells. */
async function complete(s3: S3mini, key: string, uploadId: string, sent: UploadPart[], bytes: number): Promise<void> {
  const failure = await s3.completeMultipartUpload(key, uploadId, sent).then(
    () => new Problem('unavailable'),
    (error: unknown) => error,
  );
  const there = await s3.getContentLength(key).catch(() => null);
  if (there !== bytes) throw failure;
}

/** Null for what is no failure of storage: a stream that broke is its sender's. */
function problemOf(error: unknown): Problem | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof Problem) return cause;
  const status = statusOf(error);
  if (status === 404) return new Problem('not_found');
  return status === undefined ? diskProblem(error) : new Problem('unavailable');
}

/** s3mini wraps what the server answered. */
function statusOf(error: unknown): number | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof S3ServiceError) return cause.status;
  }
  return undefined;
}
