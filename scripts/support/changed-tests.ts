import { execFileSync } from 'node:child_process';
import { root } from './folders.ts';

/** Rules need nothing and take seconds: they are always run. */
const RULES = '.rules.test.ts';
const MONTH = 'submissions|rounds|ballots|bounties|runs|orders|prints|feedback';
/** A path's part of the house, where its tests lie too. */
const PART = new RegExp(`^(?:server/src|web/src|tests)/(cycle/(?:${MONTH})|people|community|platform|chaos)/`);
const CONTRACT = new RegExp(`^shared/src/contracts/(${MONTH})\\b`);
/** What the tests of every part stand on. */
const GROUND =
  /^(migrations|tests\/support|tests\/vitest|server\/src\/[\w-]+\.ts$|shared\/src\/http|package\.json|pnpm-)/;

/**
 * Which tests a change asks for, as what their paths contain: the rules, and those of the parts of the house that it
 * touches. Null asks for all: what it touches, every part stands on.
 */
export function testsAskedFor(paths: readonly string[]): string[] | null {
  if (paths.some((path) => GROUND.test(path))) return null;
  const asked = paths.flatMap((path) => {
    if (/^tests\/.*\.test\.ts$/.test(path)) return [path];
    const part = PART.exec(path)?.[1];
    const contract = CONTRACT.exec(path)?.[1];
    return part ? [`tests/${part}/`] : contract ? [`tests/cycle/${contract}/`] : [];
  });
  return [RULES, ...new Set(asked)];
}

/** What differs from main as it was last fetched, committed or not; without such a main, from the last commit. */
export function changedPaths(): string[] {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  let base = 'HEAD';
  try {
    base = git('merge-base', 'HEAD', 'origin/main').trim();
  } catch {
    // A repository that was never cloned.
  }
  const listed = git('diff', '--name-only', '-z', base) + git('ls-files', '--others', '--exclude-standard', '-z');
  return listed.split('\0').filter(Boolean);
}
