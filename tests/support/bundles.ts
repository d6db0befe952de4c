import { buffer } from 'node:stream/consumers';
import type { Check, CheckId } from '@fraisier/shared/verifier/checks.ts';
import { type ToVerify, verifyBundle } from '@fraisier/shared/verifier/verify-bundle.ts';
import type { TestShop } from './shop.ts';
import { unzip } from './unzip.ts';
import { zip } from './zip.ts';

/** The files of a bundle, by name: to be changed and packed again. */
export type Files = Map<string, string>;

export async function downloadBundle(shop: TestShop, slug: string): Promise<Buffer> {
  const answer = await shop.visitor
    .get(`/api/rounds/${slug}/bundle`)
    .buffer(true)
    .parse((response, done) => {
      buffer(response as unknown as AsyncIterable<Uint8Array>).then(
        (body) => done(null, body),
        (error: Error) => done(error, null),
      );
    })
    .expect(200);
  return answer.body as Buffer;
}

export function unpack(bundle: Buffer): Files {
  return new Map([...unzip(bundle)].map(([name, body]) => [name, body.toString('utf8')]));
}

export function pack(files: Files): Buffer {
  return zip([...files].map(([name, text]) => [name, Buffer.from(text)] as const));
}

export async function verify(bundle: Buffer, input: Omit<ToVerify, 'bundle'> = {}): Promise<Check[]> {
  const checks: Check[] = [];
  for await (const check of verifyBundle({ bundle: new Uint8Array(bundle), ...input })) checks.push(check);
  return checks;
}

/** The checks that failed, or could not be made. */
export function failures(checks: readonly Check[]): CheckId[] {
  return checks.filter((check) => check.ok !== true).map((check) => check.id);
}
