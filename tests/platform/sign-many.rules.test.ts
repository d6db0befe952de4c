import { generateKeyPairSync, verify } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { createSigner } from '@fraisier/server/platform/crypto/sign-many.ts';
import { expect, it, vi } from 'vitest';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const texts = (count: number, of: string) => Array.from({ length: count }, (_, nth) => `${of} ${nth}`);

function allRight(said: readonly string[], signatures: readonly string[]): boolean {
  return (
    said.length === signatures.length &&
    said.every((text, nth) => verify(null, Buffer.from(text), publicKey, Buffer.from(signatures[nth]!, 'base64')))
  );
}

it('few and many texts are signed, each list in its order, however many lists are under way', async () => {
  const signMany = createSigner(privateKey);
  const lists = [0, 1, 3, 4, 100, 2, 256].map((count, nth) => texts(count, `list ${nth}`));
  const signed = await Promise.all(lists.map(signMany));
  for (const [nth, list] of lists.entries()) expect(allRight(list, signed[nth]!)).toBe(true);
});

it('what a thread that ends leaves undone is signed all the same, and so is what comes after', async () => {
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  const signMany = createSigner(privateKey);
  const lists = [texts(200, 'first'), texts(200, 'second')];
  const under = Promise.all(lists.map(signMany));
  await (posted.mock.contexts[0] as Worker).terminate();
  const signed = await under;
  for (const [nth, list] of lists.entries()) expect(allRight(list, signed[nth]!)).toBe(true);
  const after = texts(50, 'after');
  expect(allRight(after, await signMany(after))).toBe(true);
  posted.mockRestore();
});
