import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { S3mini, S3ServiceError, type UploadPart } from 's3mini';
import { measured } from './measured.ts';
import type { Storage } from './storage.ts';

export interface S3Setting {
  /** Scheme, host and bucket. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** S3 takes parts from 5 MB; one is held in memory while the next one fills. */
const PART_BYTES = 8 * 1024 * 1024;
/** Of one request, not of a whole upload: a part of 8 MB, or the server's copy of 60 MB. */
const REQUEST_MS = 60_000;
const LIST_PAGE = 1000;

export function createS3Storage(setting: S3Setting): Storage {
  const s3 = new S3mini({ ...setting, requestAbortTimeout: REQUEST_MS });

  const remove = async (key: string) => {
    await s3.deleteObject(key);
  };
  const read = async (key: string) => {
    // The body is read while the caller takes it: the time limit of a request is not for that.
    const response = await new S3mini(setting).getObjectResponse(key);
    if (!response) throw new Problem('not_found');
    return Readable.fromWeb(response.body as ReadableStream);
  };

  return {
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
      await s3.copyObject(tempKey, key, { additionalHeaders }).catch((error: unknown) => {
        if (statusOf(error) === 404) throw new Problem('not_found');
        throw error;
      });
      await remove(tempKey);
    },
    async write(key, body) {
      await s3.putObject(key, body);
    },
    read,
    async readAll(key) {
      const body = await s3.getObjectArrayBuffer(key);
      if (!body) throw new Problem('not_found');
      return Buffer.from(body);
    },
    async withLocalFile(key, use) {
      const folder = await mkdtemp(join(tmpdir(), 'fraisier-'));
      try {
        const path = join(folder, 'file');
        await pipeline(await read(key), createWriteStream(path));
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
  };
}

/** One request when it fits into a part, otherwise parts one after the other: memory stays at two of them. */
async function upload(s3: S3mini, key: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  let uploadId: string | undefined;
  const sent: UploadPart[] = [];
  let waiting: Buffer[] = [];
  let size = 0;
  const sendPart = async () => {
    uploadId ??= await s3.getMultipartUploadId(key);
    sent.push(await s3.uploadPart(key, uploadId, Buffer.concat(waiting), sent.length + 1));
    waiting = [];
    size = 0;
  };
  try {
    for await (const chunk of chunks) {
      waiting.push(chunk);
      size += chunk.length;
      if (size >= PART_BYTES) await sendPart();
    }
    if (uploadId === undefined) {
      await s3.putObject(key, Buffer.concat(waiting));
      return;
    }
    if (size > 0) await sendPart();
    await s3.completeMultipartUpload(key, uploadId, sent);
  } catch (error) {
    // Parts of an upload that was never completed are kept, and paid, until someone aborts it.
    if (uploadId !== undefined) await s3.abortMultipartUpload(key, uploadId).catch(() => {});
    throw error;
  }
}

/** s3mini wraps what the server answered. */
function statusOf(error: unknown): number | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof S3ServiceError) return cause.status;
  }
  return undefined;
}
