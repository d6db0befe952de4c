import { listMyBallots } from '@fraisier/shared/contracts/ballots.ts';
import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { listOrders } from '@fraisier/shared/contracts/orders.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { listMyDesigns } from '@fraisier/shared/contracts/submissions.ts';
import type { ReactNode } from 'react';
import { useFormat, useText } from '../platform/i18n/use-text.ts';
import { useCall } from '../platform/query.ts';
import { Wrap } from '../platform/ui/layout.tsx';
import { Link } from '../platform/ui/link.tsx';
import styles from './me-page.module.css';
import { NotebookBallots } from './parts/notebook-ballots.tsx';
import { NotebookBounties } from './parts/notebook-bounties.tsx';
import { NotebookDesigns } from './parts/notebook-designs.tsx';
import { NotebookOrders } from './parts/notebook-orders.tsx';

/** The notebook: what this person drew, voted and bought here. */
export function Page() {
  const { notebook: text } = useText('account');
  const format = useFormat();
  const me = useCall(getMe).data;
  const designs = useCall(listMyDesigns);
  const ballots = useCall(listMyBallots);
  const orders = useCall(listOrders);
  const bounties = useCall(listBounties);
  const isOperator = me ? me.role !== 'member' : false;
  return (
    <>
      <Wrap className={styles.top}>
        <h1 className="d5">{me?.name || text.title}</h1>
        <p className="muted">
          {me && text.since(format.month(me.joinedAt))} <Link to="/me/account">{text.account}</Link>
        </p>
        <ul className={styles.figures}>
          <Figure of={designs.data?.items.length} more={designs.data?.nextCursor} word={text.figures.designs} />
          <Figure of={ballots.data?.items.reduce((sum, one) => sum + one.rated, 0)} word={text.figures.ratings} />
          <Figure
            of={orders.data?.items.reduce((sum, one) => sum + (isKept(one.state) ? one.pieces.length : 0), 0)}
            more={orders.data?.nextCursor}
            word={text.figures.pieces}
          />
        </ul>
      </Wrap>
      {/* Operators see everyone's: theirs is the console. */}
      {!isOperator && <NotebookBounties found={bounties} />}
      {somethingFirst([
        { found: designs, part: <NotebookDesigns key="designs" found={designs} member={me?.id} /> },
        { found: ballots, part: <NotebookBallots key="ballots" found={ballots} /> },
        { found: orders, part: <NotebookOrders key="orders" found={orders} /> },
      ])}
    </>
  );
}

interface Part {
  readonly found: { readonly data?: { readonly items: readonly unknown[] } | undefined };
  readonly part: ReactNode;
}

/** What this person has stands before what they have none of. */
function somethingFirst(parts: readonly Part[]): ReactNode[] {
  const isEmpty = ({ found }: Part) => found.data?.items.length === 0;
  return [...parts.filter((part) => !isEmpty(part)), ...parts.filter(isEmpty)].map(({ part }) => part);
}

function isKept(state: string): boolean {
  return state === 'paid' || state === 'sent';
}

/** A count of what is really there; nothing until it is known, or when the list goes on. */
function Figure({
  of,
  more,
  word,
}: {
  of: number | undefined;
  more?: string | null | undefined;
  word: (count: number) => string;
}) {
  if (of === undefined || more) return null;
  return (
    <li>
      <b className="figure num">{of}</b>
      <span>{word(of)}</span>
    </li>
  );
}
