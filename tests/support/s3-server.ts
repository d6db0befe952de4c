import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/** s3rver has no types: the little of it that is used here. */
interface S3rver {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}
type S3rverClass = new (options: {
  address: string;
  port: number;
  silent: boolean;
  directory: string;
  configureBuckets: { name: string; configs: string[] }[];
}) => S3rver;

export interface S3Server {
  readonly port: number;
  close(): Promise<void>;
}

/** s3rver encrypts the mark of a next page with DES, which OpenSSL has given up: without this it lists no more than a page. */
function withDes(): void {
  const crypto = createRequire(import.meta.url)('node:crypto') as Record<string, (...given: unknown[]) => unknown>;
  for (const name of ['createCipheriv', 'createDecipheriv']) {
    const real = crypto[name]!;
    if (real.name === 'instead') continue;
    crypto[name] = function instead(algorithm, key, iv, ...rest) {
      if (algorithm !== 'des') return real(algorithm, key, iv, ...rest);
      const twice = (bytes: unknown) => Buffer.concat([bytes as Buffer, bytes as Buffer]);
      return real('aes-128-cbc', twice(key), twice(iv), ...rest);
    };
  }
}

/** An S3 server on a folder, with one empty bucket. */
export async function startS3(folder: string): Promise<S3Server> {
  withDes();
  const S3rver = createRequire(import.meta.url)('s3rver') as S3rverClass;
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'fraisier', configs: [] }],
  });
  const { port } = await server.run();
  return { port, close: () => server.close() };
}

/** The setting of a shop that keeps its files there. */
export function s3Setting(port: number): string {
  return `s3://S3RVER:S3RVER@127.0.0.1:${port}/fraisier?region=us-east-1&tls=false`;
}
