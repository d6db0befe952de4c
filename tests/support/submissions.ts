import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import type supertest from 'supertest';
import { smallPng } from './artwork.ts';
import type { Client, TestShop } from './shop.ts';

/** A form that is right in every field. */
export const goodFields = {
  title: 'Raton laveur',
  story: 'Il lave tout, même le linge propre.',
  altText: 'Un raton laveur dans le hublot d’une machine à laver',
  fabric: 'nuit',
  sources: '',
  rightsDeclared: 'true',
};

export interface Form {
  file?: Buffer;
  fileName?: string;
  fields?: Record<string, string>;
}

/** The request as a browser makes it; await it, or `.expect(…)` first. */
export function submit(client: Client, round: string, { file, fileName = 'raton.png', fields = goodFields }: Form) {
  return withForm(client.post(`/api/rounds/${round}/submissions`), { file: file ?? Buffer.alloc(0), fileName, fields });
}

export function replace(client: Client, design: string, file: Buffer): supertest.Test {
  return withForm(client.put(`/api/designs/${design}/artwork`), { file, fileName: 'raton-2.png', fields: {} });
}

function withForm(request: supertest.Test, { file, fileName, fields }: Required<Form>): supertest.Test {
  request.attach('artwork', file, fileName);
  for (const [name, value] of Object.entries(fields)) request.field(name, value);
  return request;
}

/** A design handed in through the real route. */
export async function handIn(client: Client, round: string, fields: Partial<typeof goodFields> = {}): Promise<Design> {
  const form = { file: await smallPng(), fields: { ...goodFields, ...fields } };
  return (await submit(client, round, form).expect(202)).body;
}

/** Every file under these folders of the storage. */
export async function filesIn(shop: TestShop, ...folders: string[]): Promise<string[]> {
  const keys: string[] = [];
  for (const folder of folders) for await (const { key } of shop.deps.storage.list(folder)) keys.push(key);
  return keys.sort();
}

export async function mailsTo(shop: TestShop, email: string): Promise<{ subject: string; text: string }[]> {
  return (await shop.visitor.get(`/api/demo/mail?to=${encodeURIComponent(email)}`).expect(200)).body.items;
}
