import type { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { listReviews, type ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { reviewsInput } from '../../../../platform/ops/lists.ts';
import { useCall } from '../../../../platform/query.ts';
import { Button, ButtonLink } from '../../../../platform/ui/button.tsx';
import { Flat } from '../../../../platform/ui/flat.tsx';
import { Link } from '../../../../platform/ui/link.tsx';
import { useGone, useHeldActs } from '../../../../platform/ui/ops/held-acts.ts';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { decide } from '../../../submissions/parts/ops/decisions.ts';
import { FindingsTag, isAllGreen } from '../../../submissions/parts/ops/findings.tsx';
import styles from './today.module.css';

const SHOWN = 4;

/** The designs that have waited longest, with the plain answer at hand. */
export function ModerationPanel({ desk, now }: { desk: ResponseOf<typeof getDesk>; now: string }) {
  const text = useText('ops-today').moderation;
  const { days } = useText('ops-today');
  const words = useText('ops-moderation');
  const client = useQueryClient();
  const reviews = useCall(listReviews, reviewsInput('checked')).data?.items ?? [];
  const failed = useHeldActs((state) => state.failed);
  const gone = useGone();
  const waiting = reviews.filter((item) => !gone.has(item.id));

  const since = desk.oldestReviewSince;
  const hours = since ? Math.floor((Date.parse(now) - Date.parse(since)) / 3_600_000) : 0;
  const admit = (item: ReviewItem) => decide(client, [item], null, words.admitted(item.title));
  return (
    <Panel
      title={text.title}
      aside={text.aside(desk.designsToReview, hours < 48 ? text.hours(hours) : days(Math.floor(hours / 24)))}
    >
      {waiting.length === 0 && <p className="muted">{text.empty}</p>}
      <ul>
        {waiting.slice(0, SHOWN).map((item) => (
          <li key={item.id} className={styles.review}>
            <Flat fabric={item.fabric} pictures={item.pictures} alt="" tight sizes="52px" />
            <p>
              <b>{item.title}</b>
              {failed[item.id] ? words.failed(item.title) : <FindingsTag item={item} />}
            </p>
            <span className={styles.acts}>
              {item.blockers.length === 0 && (
                <Button kind={isAllGreen(item) ? 'ink' : 'line'} small onClick={() => admit(item)}>
                  {words.admit}
                  <span className="unseen"> {item.title}</span>
                </Button>
              )}
              <ButtonLink kind="line" small to={`/ops/moderation?design=${item.id}`}>
                {text.look}
                <span className="unseen"> {item.title}</span>
              </ButtonLink>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.foot}>
        <Link to="/ops/moderation">{text.all}</Link>
        {desk.notesToReview > 0 && <Link to="/ops/moderation?state=notes">{text.notes(desk.notesToReview)}</Link>}
      </p>
    </Panel>
  );
}
