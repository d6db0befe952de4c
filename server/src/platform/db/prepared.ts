import { type RawBuilder, sql } from 'kysely';
import type { PoolClient } from 'pg';

const MARK = /^\s*\/\* prepared: (\w+) \*\//;

/**
 * Stands before a statement that is run so often that planning it would cost more than running it: each connection then
 * plans it once. The name belongs to one text: a statement that is put together in several ways has a name for each.
 */
export function prepared(name: string): RawBuilder<unknown> {
  return sql.raw(`/* prepared: ${name} */`);
}

/** Lets a connection prepare what `prepared` marks. Kysely passes no names on. */
export function prepareMarked(client: PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const marked = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' ? MARK.exec(text)?.[1] : undefined;
    return name ? query({ name, text, values }, ...rest) : query(text, values, ...rest);
  };
  client.query = marked as typeof client.query;
}
