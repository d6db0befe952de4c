import type { Story } from '../play.ts';

export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I11' | 'I12' | 'I13' | 'I14';

/** One thing that must hold, what of it was looked at, and what of that is broken, in words. */
export interface Checked {
  readonly invariant: Invariant;
  readonly must: string;
  readonly looked: number;
  readonly broken: readonly string[];
}

export type Check = (story: Story) => Promise<Checked[]>;

/** A check whose statement gives a row for each thing that is broken, and one whose statement counts what there is. */
export async function bySql(
  { shop }: Story,
  { invariant, must, of, broken }: { invariant: Invariant; must: string; of: string; broken: string },
): Promise<Checked> {
  const [count] = await shop.ask<{ looked: number }>(`select count(*)::int as looked from ${of}`);
  const rows = await shop.ask<{ what: string }>(broken);
  return { invariant, must, looked: count!.looked, broken: rows.map(({ what }) => what) };
}

/** What stands more than once in a list. */
export function twice(list: readonly string[]): string[] {
  return [...new Set(list.filter((one, nth) => list.indexOf(one) !== nth))];
}
