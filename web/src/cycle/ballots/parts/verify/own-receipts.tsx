import { getBallot, listMyBallots } from '@fraisier/shared/contracts/ballots.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { ApiProblem } from '../../../../platform/api.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { queryOf, useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Actions } from '../../../../platform/ui/layout.tsx';
import { monthYear } from '../../../rounds/round-words.ts';
import type { ReceiptsCheck } from '../../verify/receipts-check.ts';
import styles from './verify-parts.module.css';

/** More buttons than these would be a list. */
const MOST = 3;

/** The receipts of one's own ballots, without a file: asked for by a button, or by the address that leads here. */
export function useOwnReceipts(
  check: ReceiptsCheck,
  round: string | null,
  onCards: (cards: readonly DesignCard[]) => void,
) {
  const client = useQueryClient();
  const me = useCall(getMe).data;
  const [search] = useSearchParams();
  const isAsked = Boolean(me && round) && search.get('receipts') === 'mine';
  const [isAnswered, setAnswered] = useState(false);
  const [reading, setReading] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [none, setNone] = useState(false);

  const verify = async (slug: string) => {
    setReading(slug);
    setProblem(null);
    try {
      const { ratings } = await client.fetchQuery(queryOf(getBallot, { params: { round: slug } }));
      setNone(ratings.length === 0);
      if (ratings.length === 0) return;
      onCards(ratings.map(({ card }) => card));
      const waiting = ratings.filter(({ covered }) => !covered).map(({ receipt }) => receipt.leaf);
      await check.verify(
        ratings.map(({ receipt }) => receipt),
        new Set(waiting),
      );
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : new ApiProblem('internal'));
    } finally {
      setReading(null);
      setAnswered(true);
    }
  };

  // Come from one's own ballot, the receipts are already there.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !isAsked || !round) return;
    begun.current = true;
    void verify(round);
  });
  const { data: ballots } = useQuery({ ...queryOf(listMyBallots), enabled: Boolean(me) });
  const rated = ballots?.items.find((one) => one.round === round)?.rated ?? 0;
  /** How many come by themselves. */
  const coming = isAsked && !isAnswered ? rated : 0;
  return { reading, problem, none, verify, coming };
}

export interface OwnReceiptsProps {
  readonly own: ReturnType<typeof useOwnReceipts>;
  /** The round that the address names. */
  readonly round: string | null;
}

/** For who is signed in: a button for each of the latest ballots. */
export function OwnReceipts(props: OwnReceiptsProps) {
  const me = useCall(getMe).data;
  return me ? <OfMember {...props} /> : null;
}

function OfMember({ own: { reading, problem, none, verify }, round }: OwnReceiptsProps) {
  const { receipts: text } = useText('verify');
  const format = useFormat();
  const ballots = useCall(listMyBallots);
  const items = (ballots.data?.items ?? []).filter(({ rated }) => rated > 0);
  const first = items.filter((one) => one.round === round);
  const shown = [...first, ...items.filter((one) => one.round !== round)].slice(0, first.length > 0 ? 1 : MOST);
  if (shown.length === 0 && !none && !problem) return null;
  return (
    <div className={styles.own}>
      <h3 className="d3">{text.mineTitle}</h3>
      <Actions>
        {shown.map((one, nth) => (
          <Button
            key={one.round}
            kind={nth === 0 ? 'fraise' : 'line'}
            wideOnPhone
            busy={reading === one.round}
            onClick={() => void verify(one.round)}
          >
            {text.mine(one.rated, monthYear(one.round, format))}
          </Button>
        ))}
      </Actions>
      {none && <p role="status">{text.mineNone}</p>}
      <ErrorNote error={problem} />
    </div>
  );
}
