import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { SlowFirst } from './support/slow-first.ts';

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
    // What a file needs is loaded by the first one of its worker that needs it: a third of the time of small files.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    // Only what hangs takes so long, on however busy a machine.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // A second is vitest's own: less than a page may take on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    reporters: [here('./support/reporter.ts')],
    projects: [
      project('rules', { include: [RULES], setupFiles: [here('./support/same-draws.ts')] }),
      project('house', {
        include: ['tests/**/*.test.ts'],
        exclude: [RULES, JOURNEYS],
        setupFiles: [here('./support/each-file.ts')],
        globalSetup: here('./support/global-setup.ts'),
      }),
      project('journeys', {
        include: [JOURNEYS],
        testTimeout: 180_000,
        setupFiles: [here('./support/each-file.ts')],
        globalSetup: [here('./support/global-setup.ts'), here('./support/keep-picture.ts')],
      }),
    ],
  },
});
