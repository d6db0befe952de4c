import { listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getDesk } from '@fraisier/shared/contracts/shop.ts';
import { admitDesign, listReviews, type ReviewItem, refuseDesign } from '@fraisier/shared/contracts/submissions.ts';
import { designTransitions } from '@fraisier/shared/cycle/submission-rules.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Flat } from '../../../../platform/ui/flat.tsx';
import { heldAct, hold } from '../../../../platform/ui/ops/held-acts.ts';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { QueueDesk } from '../../../../platform/ui/ops/queue-desk.tsx';
import { useKeys } from '../../../../platform/ui/ops/use-keys.ts';
import type { Pages } from '../../../../platform/ui/ops/use-pages.ts';
import { useQueue } from '../../../../platform/ui/ops/use-queue.ts';
import { FindingsTag } from './findings.tsx';
import type { Refusal } from './refuse-form.tsx';
import { Review } from './review.tsx';

const stale = [listReviews, listRounds, getDesk];

export interface ReviewDeskProps {
  readonly items: readonly ReviewItem[];
  readonly pages: Pages<ReviewItem>;
  readonly first: string | null;
  readonly empty: ReactNode;
}

/** The queue at the side, the design in the middle, the decision under the hand. */
export function ReviewDesk({ items, pages, first, empty }: ReviewDeskProps) {
  const text = useText('ops-moderation');
  const client = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [refusing, setRefusing] = useState(false);
  const queue = useQueue(items, first, () => {
    setRefusing(false);
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  });
  const { current } = queue;
  const canAdmit = current?.state === 'checked' && current.blockers.length === 0;
  const canRefuse =
    current !== undefined && designTransitions[current.state].includes('refused') && current.state !== 'checking';

  const admit = () => {
    if (!current || !canAdmit) return;
    const about = { key: current.id, said: text.admitted(current.title), stale };
    hold(heldAct(client, admitDesign, { params: { design: current.id } }, about));
    queue.passOn();
  };
  const refuse = ({ reasons, message }: Refusal) => {
    if (!current) return;
    const about = { key: current.id, said: text.refused(current.title), stale };
    const body = { reasons: [...reasons], ...(message ? { message } : {}) };
    hold(heldAct(client, refuseDesign, { params: { design: current.id }, body }, about));
    queue.passOn();
  };
  useKeys({
    a: canAdmit ? admit : undefined,
    r: canRefuse ? () => setRefusing(true) : undefined,
    ...queue.keys,
    Escape: refusing ? () => setRefusing(false) : undefined,
  });

  if (!current) {
    return (
      <>
        {empty}
        <MoreButton pages={pages} />
      </>
    );
  }
  return (
    <QueueDesk
      label={text.queue}
      pages={pages}
      current={current.id}
      onSelect={queue.select}
      entries={queue.items.map((item) => ({
        id: item.id,
        name: item.title,
        state: <FindingsTag item={item} />,
        picture: <Flat fabric={item.fabric} pictures={item.pictures} alt="" tight sizes="52px" />,
      }))}
    >
      <Review
        key={current.id}
        item={current}
        heading={heading}
        refusing={refusing}
        onRefusing={setRefusing}
        onAdmit={admit}
        onRefuse={refuse}
        canAdmit={canAdmit}
        canRefuse={canRefuse}
      />
    </QueueDesk>
  );
}
