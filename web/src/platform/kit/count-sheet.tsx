import { Sums } from '../../cycle/runs/parts/sums.tsx';
import { useFormat, useText } from '../i18n/use-text.ts';
import { Days } from '../ui/days.tsx';
import { Deal, type DealCell } from '../ui/deal.tsx';
import { Histogram } from '../ui/histogram.tsx';
import { PieceMap } from '../ui/piece-map.tsx';
import { RankBand } from '../ui/rank-band.tsx';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

const OF = 76;
const days = { before: 0, during: 21, last: 30, after: 31 } as const;
const hands = {
  begin: ['current', 'left', 'left', 'left', 'left', 'left', 'left', 'left', 'left', 'left'],
  middle: ['rated', 'rated', 'rated', 'skipped', 'rated', 'skipped', 'current', 'left', 'left', 'left'],
  full: ['rated', 'rated', 'rated', 'skipped', 'rated', 'skipped', 'rated', 'rated', 'rated', 'rated'],
} as const satisfies Record<string, readonly DealCell[]>;
const ranks = [
  ['sharp', 1, 1, 1],
  ['middle', 3, 2, 5],
  ['wide', 31, 12, 58],
  ['lastRank', OF, 71, OF],
] as const;
/** Pieces go by size, so the ones that are gone do not stand in a row. */
const known = Array.from({ length: 120 }, (_, piece) => (piece % 7 === 0 ? 'f' : piece % 11 === 3 ? 'h' : 's')).join(
  '',
);

export function CountSheet({ number }: { number: number }) {
  const text = useText('kit');
  const format = useFormat();
  const { parts, state } = text;
  return (
    <Sheet id="counts" number={number}>
      <Part title={parts.days} of="days.tsx">
        <Shots size="xl">
          {(['before', 'during', 'last', 'after'] as const).map((when) => (
            <Shot key={when} state={state[when]}>
              <Days
                total={30}
                now={days[when]}
                end={30}
                label={text.daysTo[when]}
                from={text.daysFrom}
                to={text.daysTo[when]}
              />
            </Shot>
          ))}
        </Shots>
      </Part>
      <Part title={parts.deal} of="deal.tsx">
        <Shots>
          {(['begin', 'middle', 'full'] as const).map((when) => (
            <Shot key={when} state={state[when]}>
              <Deal cells={hands[when]} />
            </Shot>
          ))}
        </Shots>
      </Part>
      <Part title={parts.pieces} of="piece-map.tsx">
        <Shots size="xl">
          <Shot state={state.before}>
            <PieceMap total={300} sold={0} />
          </Shot>
          <Shot state={state.middle}>
            <PieceMap total={300} sold={213} held={4} />
          </Shot>
          <Shot state={state.soldOut}>
            <PieceMap total={300} sold={300} />
          </Shot>
          <Shot state={state.known}>
            <PieceMap total={120} sold={90} states={known} columns={[30, 30]} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.histogram} of="histogram.tsx">
        <Shots>
          <Shot state={state.rest}>
            <Histogram counts={[20, 41, 98, 171, 168]} label={parts.histogram} />
          </Shot>
          <Shot state={state.worn}>
            <Histogram counts={[20, 41, 98, 171, 168]} worn={[0, 1, 12, 84, 131]} label={parts.histogram} />
          </Shot>
          <Shot state={state.noRating}>
            <Histogram counts={[0, 0, 0, 0, 0]} label={parts.histogram} />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.rank} of="rank-band.tsx">
        <Shots size="xl">
          {ranks.map(([name, rank, from, to]) => (
            <Shot key={name} state={state[name]}>
              <RankBand
                rank={rank}
                from={from}
                to={to}
                of={OF}
                label={text.rankOf(format.ordinal(rank), format.ordinal(from, 'f'), format.ordinal(to, 'f'))}
              />
            </Shot>
          ))}
        </Shots>
      </Part>
      <Part title={parts.sums} of="sums.tsx" span={5}>
        <Sums rows={text.sums} total={text.sumsTotal} vat={text.sumsVat} />
      </Part>
    </Sheet>
  );
}
