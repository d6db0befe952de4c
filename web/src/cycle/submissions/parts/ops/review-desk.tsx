import type { ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Flat } from '../../../../platform/ui/flat.tsx';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { KeyHelp } from '../../../../platform/ui/ops/key-help.tsx';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { QueueDesk } from '../../../../platform/ui/ops/queue-desk.tsx';
import { useKeys } from '../../../../platform/ui/ops/use-keys.ts';
import type { Pages } from '../../../../platform/ui/ops/use-pages.ts';
import { useQueue } from '../../../../platform/ui/ops/use-queue.ts';
import { Chosen } from './chosen.tsx';
import { canAdmit, canRefuse, decide } from './decisions.ts';
import { FindingsTag } from './findings.tsx';
import type { Refusal } from './refuse-form.tsx';
import { Report } from './report.tsx';
import { Review } from './review.tsx';
import styles from './review-desk.module.css';

export interface ReviewDeskProps {
  readonly items: readonly ReviewItem[];
  readonly pages: Pages<ReviewItem>;
  readonly first: string | null;
  readonly empty: ReactNode;
}

/** The queue at the side, the design in the middle, the decision under the hand: about one, or about all that are ticked. */
export function ReviewDesk({ items, pages, first, empty }: ReviewDeskProps) {
  const text = useText('ops-moderation');
  const client = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const [refusing, setRefusing] = useState(false);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const focusHeading = () => {
    // With nothing left to look at, the page itself is where one goes on from.
    const place = heading.current ?? document.getElementById('main');
    place?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  };
  const queue = useQueue(items, first, () => {
    setRefusing(false);
    focusHeading();
  });
  const { current } = queue;
  const chosen = queue.items.filter(({ id }) => ticked.includes(id));
  const several = chosen.length > 0;
  const meant = several ? chosen : current ? [current] : [];

  const admit = () => {
    const able = meant.filter(canAdmit);
    const [one] = able;
    if (!one) return;
    const said = several ? text.chosen.admitted(able.length) : text.admitted(one.title);
    settle(able, null, said);
  };
  const refuse = (refusal: Refusal) => {
    const able = meant.filter(canRefuse);
    const [one] = able;
    if (!one) return;
    settle(able, refusal, several ? text.chosen.refused(able.length) : text.refused(one.title));
  };
  const settle = (able: readonly ReviewItem[], refusal: Refusal | null, said: string) => {
    decide(client, able, refusal, said);
    const ids = able.map(({ id }) => id);
    setTicked(ticked.filter((id) => !ids.includes(id)));
    queue.passOn(ids);
  };
  const toggle = (id: string) =>
    setTicked((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const toggleAll = () => setTicked(chosen.length === queue.items.length ? [] : queue.items.map(({ id }) => id));
  const stopRefusing = () => {
    setRefusing(false);
    focusHeading();
  };
  const clear = () => {
    setTicked([]);
    focusHeading();
  };
  useKeys({
    a: admit,
    r: meant.some(canRefuse) ? () => setRefusing(true) : undefined,
    x: current && (() => toggle(current.id)),
    '*': current && toggleAll,
    ...queue.keys,
    Escape: refusing ? stopRefusing : several ? clear : undefined,
  });
  const report = <Report onClose={focusHeading} />;

  if (!current) {
    return (
      <Stack gap={4}>
        {report}
        {empty}
        <MoreButton pages={pages} />
      </Stack>
    );
  }
  return (
    <QueueDesk
      label={text.queue}
      pages={pages}
      current={current.id}
      onSelect={queue.select}
      choose={{
        label: (id) => text.chosen.choose(queue.items.find((item) => item.id === id)?.title ?? ''),
        onChange: toggle,
      }}
      head={
        <div className={styles.head}>
          <button type="button" className={styles.all} onClick={toggleAll}>
            {chosen.length === queue.items.length ? text.chosen.none : text.chosen.all(queue.items.length)}
          </button>
          <KeyHelp keys={text.keys(current.likenesses.length > 0)} />
        </div>
      }
      entries={queue.items.map((item) => ({
        id: item.id,
        name: item.title,
        state: <FindingsTag item={item} />,
        picture: <Flat fabric={item.fabric} pictures={item.pictures} alt="" tight sizes="52px" />,
        chosen: ticked.includes(item.id),
      }))}
    >
      <Stack gap={5}>
        {report}
        {several && (
          <Chosen
            items={chosen}
            refusing={refusing}
            onRefusing={(is) => (is ? setRefusing(true) : stopRefusing())}
            onAdmit={admit}
            onRefuse={refuse}
            onClear={clear}
          />
        )}
        <Review
          key={current.id}
          item={current}
          heading={heading}
          refusing={refusing}
          onRefusing={(is) => (is ? setRefusing(true) : stopRefusing())}
          onAdmit={admit}
          onRefuse={refuse}
          canAdmit={canAdmit(current)}
          canRefuse={canRefuse(current)}
          locked={several}
        />
      </Stack>
    </QueueDesk>
  );
}
