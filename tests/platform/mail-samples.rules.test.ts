import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { showQuery } from '../../web/src/platform/app/go-to.ts';
import { type MailView, mailQuery, mailView } from '../../web/src/platform/ops/mail-lists.ts';

const source = new URL('../../web/src/', import.meta.url).pathname;
const origin = 'https://shop.test';

/** Stands where the console's mail room is, and keeps the address that is gone to. */
function browserAt(path: string): { went: string } {
  const seen = { went: path };
  const go = (_state: unknown, _title: string, to: string) => {
    seen.went = to;
  };
  vi.stubGlobal('location', { href: origin + path, pathname: new URL(path, origin).pathname });
  vi.stubGlobal('history', { pushState: go, replaceState: go });
  return seen;
}
afterEach(() => vi.unstubAllGlobals());

const changes: readonly Partial<MailView>[] = [
  { locale: 'en' },
  { width: 'narrow' },
  { theme: 'dark' },
  { template: 'sign-in' },
  { view: 'outbox' },
];

test.each(changes)('a switch of the mail samples, %j, changes that and leaves the rest as it was', (change) => {
  const path = '/fr/ops/mail?view=samples&template=result-letter&locale=fr';
  const browser = browserAt(path);
  const view = mailView(new URL(path, origin).searchParams, 'fr');

  showQuery(mailQuery(view, change), { replace: true });

  expect(browser.went.split('?')).toHaveLength(2);
  const { pathname, searchParams } = new URL(browser.went, origin);
  expect(pathname).toBe('/fr/ops/mail');
  expect(mailView(searchParams, 'fr')).toEqual({ ...view, ...change });
});

test('a query is given without its question mark, which is put before it', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const calls = files.flatMap((file) => readFileSync(join(source, file), 'utf8').match(/showQuery\([^;]*/g) ?? []);
  expect(calls.length).toBeGreaterThan(4);
  expect(calls.filter((call) => /['"`]\?/.test(call))).toEqual([]);
});
