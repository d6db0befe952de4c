import { Problem } from '@fraisier/shared/http/problems.ts';

/** Words that say something, and that Postgres can keep: it has no NUL in a text. */
export function writtenWords(given: string, field: string): string {
  const words = given.trim();
  if (words === '' || words.includes('\0')) throw new Problem('bad_input', { reasons: [{ code: 'pattern', field }] });
  return words;
}
