import type { BenchShop } from '../bench-shop.ts';
import type { Cookie } from './phone.ts';

export const pageNames = ['home', 'gallery', 'ballot', 'design', 'run'] as const;
export type PageName = (typeof pageNames)[number];

export interface PageToMeasure {
  readonly name: PageName;
  readonly url: string;
  /** Of who looks at it; none for a stranger. */
  readonly cookies: readonly Cookie[];
}

/** The five pages of the issue, of the demo's month: its gallery shows 24 designs of the round that is voted on. */
export async function findPages(shop: BenchShop): Promise<Readonly<Record<PageName, PageToMeasure>>> {
  const { items: rounds } = await ask<{ items: { slug: string; phase: string }[] }>(shop, '/api/rounds');
  const slugOf = (phases: readonly string[]) => {
    const found = rounds.find(({ phase }) => phases.includes(phase));
    if (!found) throw new Error(`The demo has no round that is ${phases.join(' or ')}`);
    return found.slug;
  };
  const voting = slugOf(['voting', 'final']);
  const designs = await ask<{ items: { id: string; pictures: unknown[] }[] }>(
    shop,
    `/api/rounds/${voting}/designs?limit=${DESIGNS}&order=1`,
  );
  const drawn = designs.items.filter(({ pictures }) => pictures.length > 0);
  if (drawn.length !== DESIGNS) throw new Error(`${drawn.length} of ${DESIGNS} designs have their pictures`);
  const page = (name: PageName, path: string, cookies: readonly Cookie[] = []): PageToMeasure => ({
    name,
    url: `${shop.appUrl}/fr${path}`,
    cookies,
  });
  return {
    home: page('home', ''),
    gallery: page('gallery', `/rounds/${voting}`),
    ballot: page('ballot', `/rounds/${voting}/ballot`, await signIn(shop, 'farid')),
    design: page('design', `/designs/${drawn[0]!.id}`),
    run: page('run', `/runs/${slugOf(['decided'])}`),
  };
}

const DESIGNS = 24;

async function ask<T>({ appUrl }: BenchShop, path: string): Promise<T> {
  const answer = await fetch(appUrl + path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

/** The cookies of one of the demo's people. */
export async function signIn({ appUrl }: BenchShop, key: string): Promise<Cookie[]> {
  const answer = await fetch(`${appUrl}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: appUrl },
    body: JSON.stringify({ key }),
  });
  if (!answer.ok) throw new Error(`${key} cannot sign in: ${answer.status}`);
  return answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: appUrl };
  });
}
