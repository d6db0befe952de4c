import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const tests = fileURLToPath(new URL('../', import.meta.url));

/** What takes half a minute or more, the longest first. */
const slow = [
  'journeys/pages.test.ts',
  'journeys/a-whole-month.test.ts',
  'cycle/submissions/corpus.api.test.ts',
  'platform/images.test.ts',
  'journeys/preflight.test.ts',
  'cycle/submissions/killed-uploads.api.test.ts',
  'journeys/keyboard-alone.test.ts',
  'cycle/whole-month.api.test.ts',
  'journeys/suspicious-votes.test.ts',
  'journeys/closing-by-keyboard.test.ts',
].map((file) => join(tests, file));

for (const file of slow) if (!existsSync(file)) throw new Error(`${file} is in the list of slow tests, and not there`);

/** Begun late, a long file would be all that runs at the end, on one of two cores. Vitest's own guess is its size. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => (slow.includes(moduleId) ? slow.indexOf(moduleId) : slow.length);
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
