import { useFormat } from '../i18n/use-text.ts';

/** `1er`, `2e`, `1st`, with the mark raised. `f` for a place (la 1re place). */
export function Ordinal({ rank, gender = 'm' }: { rank: number; gender?: 'm' | 'f' }) {
  const format = useFormat();
  return (
    <span className="num nowrap">
      {format.number(rank)}
      <sup className="o">{format.ordinalMark(rank, gender)}</sup>
    </span>
  );
}
