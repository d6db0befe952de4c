import { Problem } from '@fraisier/shared/http/problems.ts';

/**
 * A page of a list: `rows` holds up to `limit` + 1, the last one only telling that there is more. The cursor is the id
 * of the last row shown.
 */
export function pageOf<Row extends { id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  return { items: shown.map(view), nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** A cursor is the id of a row; null for the first page. What is no id is refused before the database sees it. */
export function cursorOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(cursor)) return cursor;
  throw new Problem('bad_input', { reasons: [{ code: 'format', field: 'querystring/cursor' }] });
}
