import { audit } from '../../../platform/audit/audit.sql.ts';
import type { Seals } from '../../../platform/crypto/seals.ts';
import type { Database } from '../../../platform/db/database.ts';
import { countSeals, lockOldSeals, replaceSeal, type SealedColumn, sealedColumns } from './seals.sql.ts';

const BATCH = 100;

export interface Rotation {
  readonly keyId: string;
  readonly renewed: number;
  /** Sealed values there are, and those that are still under another key. */
  readonly all: number;
  readonly left: number;
  /** What no key given opens, as `table.column id`. */
  readonly unopened: readonly string[];
}

/**
 * Seals anew, under the key in use, whatever is sealed under another. A batch is a transaction: killed in the middle, all
 * that was renewed is renewed, and the next start goes on with the rest. Readers are not kept waiting.
 */
export async function rotateSeals(
  { db, seals }: { db: Database; seals: Seals },
  onBatch: (renewed: number) => void = () => {},
): Promise<Rotation> {
  let renewed = 0;
  const unopened: string[] = [];
  for (const column of sealedColumns) {
    let after: string | null = null;
    do {
      const batch = await renewBatch(db, seals, column, after);
      after = batch.last;
      renewed += batch.renewed;
      unopened.push(...batch.unopened);
      if (batch.renewed > 0) onBatch(renewed);
    } while (after !== null);
  }
  return db.transaction().execute(async (trx) => {
    const { all, old: left } = await countSeals(trx, seals.mark);
    const { keyId } = seals;
    if (renewed > 0) {
      await audit(trx, {
        actor: null,
        act: 'rotate-keys',
        subjectType: 'key',
        subjectId: keyId,
        details: { renewed, left },
      });
    }
    return { keyId, renewed, all, left, unopened };
  });
}

function renewBatch(db: Database, seals: Seals, column: SealedColumn, after: string | null) {
  return db.transaction().execute(async (trx) => {
    const rows = await lockOldSeals(trx, column, { mark: seals.mark, after, limit: BATCH });
    const unopened: string[] = [];
    for (const { id, sealed } of rows) {
      const context = column.contextOf(id);
      const plain = opened(seals, sealed, context);
      if (plain === null) unopened.push(`${column.table}.${column.column} ${id}`);
      else await replaceSeal(trx, column, { id, sealed: seals.seal(plain, context) });
    }
    return { last: rows.at(-1)?.id ?? null, renewed: rows.length - unopened.length, unopened };
  });
}

/** Null where no key opens it: one broken value does not keep the others under an old key. */
function opened(seals: Seals, sealed: Buffer, context: string): string | null {
  try {
    return seals.open(sealed, context);
  } catch {
    return null;
  }
}
