import { expect, test } from 'vitest';
import { upToTenth } from '../../../web/src/cycle/submissions/finding-words.ts';
import { formatsFor } from '../../../web/src/platform/i18n/format.ts';

test('what is just over a limit never reads as the limit itself', () => {
  const said = (bytes: number) => formatsFor('fr').fileSize(upToTenth(bytes));
  expect([60_000_000, 60_000_001, 60_100_000, 61_000_000].map(said)).toEqual([
    '60\u00a0Mo',
    '60,1\u00a0Mo',
    '60,1\u00a0Mo',
    '61\u00a0Mo',
  ]);
});
