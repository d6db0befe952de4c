import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const RULES = 'tests/**/*.rules.test.ts';
const JOURNEYS = 'tests/journeys/**/*.test.ts';

/** Apart, so that pure rules need no Postgres and journeys can be left out: `--project rules`, `--project '!journeys'`. */
function project(name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return { extends: true, test: { name, ...test } };
}

export default defineConfig({
  root: here('..'),
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: [here('./support/reporter.ts')],
    projects: [
      project('rules', { include: [RULES], setupFiles: [here('./support/same-draws.ts')] }),
      project('house', {
        include: ['tests/**/*.test.ts'],
        exclude: [RULES, JOURNEYS],
        globalSetup: here('./support/global-setup.ts'),
      }),
      project('journeys', {
        include: [JOURNEYS],
        testTimeout: 180_000,
        globalSetup: here('./support/global-setup.ts'),
      }),
    ],
  },
});
