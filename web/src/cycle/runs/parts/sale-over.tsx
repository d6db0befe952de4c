import type { RunDetail } from '@fraisier/shared/contracts/runs.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Stack } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import type { RunStanding } from '../run-words.ts';
import { Fraction } from './fraction.tsx';

export interface SaleOverProps {
  readonly run: RunDetail;
  readonly standing: Exclude<RunStanding, 'open'>;
  readonly onLook: () => void;
  readonly isLooking: boolean;
}

/** No piece can be had now: the contract is awaited, all are sold or held, or the sale is over. */
export function SaleOver({ run, standing, onLook, isLooking }: SaleOverProps) {
  const text = useText('run');
  const format = useFormat();
  const size = format.number(run.size);
  const said = {
    preparing: text.preparing,
    soldOut: { title: text.soldOut.title(size), text: text.soldOut.text },
    held: text.allHeld,
    closed: text.closed,
  }[standing];
  return (
    <Stack gap={5}>
      {standing !== 'preparing' && (
        <Fraction numbers={[run.sold]} of={run.size} label={text.map.label(format.number(run.sold), size, '0')} />
      )}
      <h2 className="d4">{said.title}</h2>
      <p className="lead">{said.text}</p>
      {standing === 'held' && (
        <div>
          <Button kind="ink" busy={isLooking} onClick={onLook}>
            {text.allHeld.again}
          </Button>
        </div>
      )}
      <p>
        <Link to="/runs">{text.soldOut.link}</Link>
      </p>
    </Stack>
  );
}
