import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const source = new URL('../../web/src/', import.meta.url).pathname;
const ui = join(source, 'platform/ui');
const kit = join(source, 'platform/kit');

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

/** Whole pages, which cannot stand inside one: the kit shows what is in them. */
const wholePages = ['Letter', 'OpsShell', 'Awaiting', 'AwaitingWords'];
/** What stands around every page stands around the kit too. */
const around = ['platform/app/frame.tsx', 'platform/app/bare.tsx'].map((file) => join(source, file));

/** The names that files take from other files: `file name`. */
function importsOf(files: readonly string[]): Set<string> {
  const taken = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/import (?!type)[\w\s,]*\{([^}]+)\} from '(\.[^']+)'/g)].flatMap(
      ([, names, from]) =>
        names!
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name && !name.startsWith('type '))
          .map((name) => `${resolve(dirname(file), from!)} ${name.split(' as ')[0]}`),
    ),
  );
  return new Set(taken);
}

/** The components that a file gives away. */
function componentsOf(file: string): string[] {
  const given = readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:function|const) ([A-Z]\w*[a-z]\w*)\b/gm);
  return Array.from(given, ([, name]) => name!).filter((name) => !wholePages.includes(name));
}

test('the kit shows every component there is', () => {
  const shown = importsOf([...filesOf(kit), ...around]);
  const components = filesOf(ui)
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => componentsOf(file).map((name) => `${file} ${name}`));
  expect(components.length).toBeGreaterThan(70);
  expect(components.filter((component) => !shown.has(component))).toEqual([]);
});

test('nothing of the kit is taken by what customers load', () => {
  const takers = filesOf(source)
    .filter((file) => !file.startsWith(kit))
    .filter((file) => /from '[^']*\/kit\/[^']*\.tsx?'/.test(readFileSync(file, 'utf8')));
  expect(takers).toEqual([]);
});

test('the kit has as many sheets as there are inks of the month', () => {
  const page = readFileSync(join(kit, 'kit-page.tsx'), 'utf8');
  const sheets = /const sheets = \{([^}]+)\}/.exec(page)?.[1]?.match(/\w+: \w+Sheet/g);
  const inks = readFileSync(join(source, 'platform/look/tokens.css'), 'utf8').match(/--mois-\d\d: #/g);
  expect(sheets).toHaveLength(inks?.length ?? 0);
});
