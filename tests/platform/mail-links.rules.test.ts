import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailSamples } from '@fraisier/server/mail-samples.ts';
import { expect, test } from 'vitest';
import { opsRoutes } from '../../web/src/ops-routes.tsx';
import { routes } from '../../web/src/routes.tsx';

const appUrl = 'https://fraisier.test';
const patterns = [...routes, ...opsRoutes].map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`));

/** Of an address in either language, whether there is such a page. */
function leadsToAPage(address: string): boolean {
  const { pathname } = new URL(address);
  const path = pathname.replace(/^\/(fr|en)/, '') || '/';
  return patterns.some((pattern) => pattern.test(path));
}

test('every button of a mail leads to a page', () => {
  const addresses = (['fr', 'en'] as const).flatMap((locale) =>
    Object.values(mailSamples).flatMap(
      (write) => write({ locale, timeZone: 'Europe/Paris', appUrl }).action?.url ?? [],
    ),
  );
  expect(addresses.length).toBeGreaterThan(30);
  expect(addresses.filter((address) => !leadsToAPage(address))).toEqual([]);
  expect(leadsToAPage(`${appUrl}/fr/me/designs`)).toBe(false);
});

test('every address that the server writes for a reader, in the reader’s language, is a page’s', () => {
  const server = new URL('../../server/src/', import.meta.url).pathname;
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'mail-samples.ts')
    .map((name) => readFileSync(join(server, name), 'utf8'));
  const written = sources.flatMap((source) =>
    [...source.matchAll(/ppUrl\}\/\$\{[\w.]*locale\}(\/[^`?]*)/g)].map(([, path]) =>
      path!.replace(/\$\{[^}]*\}/g, 'x'),
    ),
  );
  expect(written.length).toBeGreaterThan(15);
  expect(written.filter((path) => !leadsToAPage(`${appUrl}/fr${path}`))).toEqual([]);
});
