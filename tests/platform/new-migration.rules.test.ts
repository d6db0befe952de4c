import { expect, test } from 'vitest';
import { nameOf } from '../../scripts/new-migration.ts';

const of22 = ['2026-11-22-03-one.ts', '2026-11-22-62-other.ts'];

test('a migration is named after its day and words, behind the last one, whatever gaps the numbers have', () => {
  expect(nameOf('Où il se pose', '2026-11-23', of22)).toBe('2026-11-23-01-ou-il-se-pose.ts');
  expect(nameOf('again', '2026-11-22', of22)).toBe('2026-11-22-63-again.ts');
});

test('one that would run before an applied one is refused, and so is one without words', () => {
  expect(() => nameOf('late', '2026-11-21', of22)).toThrow('would come before 2026-11-22-62-other.ts');
  expect(() => nameOf(' — ', '2026-11-23', of22)).toThrow('Say in a few words');
});
