import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from './plain-error.ts';

export interface SystemUser {
  uid: number;
  gid: number;
}

const NAME = 'postgres';

/** Postgres refuses to run as root: then it runs as the system's user “postgres”, made when it is missing. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp();
  if (known) return known;
  try {
    run('groupadd', ['--force', '--system', NAME]);
    run('useradd', ['--system', '--gid', NAME, '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]);
  } catch {
    throw new PlainError(
      'Postgres does not run as root, and its user “postgres” could not be created here: start as an ordinary user.',
    );
  }
  const created = lookUp();
  if (!created) throw new PlainError('The user “postgres” was created but cannot be found: start as an ordinary user.');
  return created;
}

function lookUp(): SystemUser | undefined {
  try {
    return { uid: Number(run('id', ['-u', NAME])), gid: Number(run('id', ['-g', NAME])) };
  } catch {
    return undefined;
  }
}

function run(command: string, args: string[]): string {
  return execFileSync(command, args, { stdio: 'pipe', encoding: 'utf8' }).trim();
}

/** The first folder on the way to `path` that this user may not enter. */
function closedFolder(path: string, user: SystemUser): string | undefined {
  let folder = path;
  while (!existsSync(folder)) folder = dirname(folder);
  folder = realpathSync(folder);
  const folders = [];
  for (;;) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
    folder = dirname(folder);
  }
  return folders.find((each) => {
    const { mode, uid, gid } = statSync(each);
    const enter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    return !(mode & enter);
  });
}

/** Says in one sentence which folder this user would have to enter and may not. */
export function refuseClosedFolders(paths: string[], user: SystemUser): void {
  for (const path of paths) {
    const closed = closedFolder(path, user);
    if (!closed) continue;
    throw new PlainError(
      `Postgres does not run as root, and its own user “postgres” may not enter ${closed}: put the project where other users may enter (for example /srv/fraisier), or start as an ordinary user.`,
    );
  }
}
