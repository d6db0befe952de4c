import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { testsAskedFor } from '../../scripts/support/changed-tests.ts';

const asked = (...paths: string[]) => testsAskedFor(paths);

it('a change asks for the rules and the tests of its part of the house', () => {
  expect(asked()).toEqual(['.rules.test.ts']);
  expect(asked('README.md', 'web/src/platform/look/tokens.css')).toEqual(['.rules.test.ts', 'tests/platform/']);
  expect(asked('server/src/cycle/ballots/standing.ts', 'web/src/cycle/ballots/ballot-page.tsx')).toEqual([
    '.rules.test.ts',
    'tests/cycle/ballots/',
  ]);
  expect(asked('shared/src/contracts/ballots-desk.ts', 'server/src/people/my-data/copy.ts')).toEqual([
    '.rules.test.ts',
    'tests/cycle/ballots/',
    'tests/people/',
  ]);
  expect(asked('tests/cycle/sealed.api.test.ts')).toEqual(['.rules.test.ts', 'tests/cycle/sealed.api.test.ts']);
});

it('what every part stands on asks for all of them', () => {
  for (const path of ['migrations/2026-11-22-60.ts', 'tests/support/shop.ts', 'server/src/app.ts', 'pnpm-lock.yaml'])
    expect(asked('README.md', path), path).toBeNull();
});

it('the parts are those that have tests', () => {
  for (const part of ['submissions', 'rounds', 'ballots', 'bounties', 'runs', 'orders', 'prints', 'feedback']) {
    const [, folder] = asked(`server/src/cycle/${part}/x.ts`)!;
    expect(existsSync(folder!), folder).toBe(true);
  }
});
