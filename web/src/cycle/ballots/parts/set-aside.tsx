import type { SetAside } from '@fraisier/shared/contracts/ballots-appeals.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useEffect, useRef } from 'react';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { Link } from '../../../platform/ui/link.tsx';
import { when } from '../../rounds/round-words.ts';
import { AppealForm } from './appeal-form.tsx';
import styles from './set-aside.module.css';

export interface SetAsidePartProps {
  readonly round: Round;
  readonly setAside: SetAside;
}

/** Tells a voter, without accusing, that their ratings do not count, or count again; with their appeal and its answer. */
export function SetAsidePart({ round, setAside }: SetAsidePartProps) {
  const text = useText('ballot-end').setAside;
  const format = useFormat();
  const now = useCall(getShop).data?.now;
  const { active, ratings, reason, since, appeal, canAppeal, appealUntil } = setAside;
  const heading = useRef<HTMLHeadingElement>(null);
  // The form goes once it is sent: what became of it is read next.
  const had = useRef(appeal !== null);
  useEffect(() => {
    if (appeal && !had.current) heading.current?.focus();
    had.current = appeal !== null;
  }, [appeal]);
  const day = (at: string) => (now ? when(format, at, now) : format.stamp(at));
  const { appealHours } = round.promise;
  const until =
    appealUntil !== null
      ? text.until(day(appealUntil))
      : appealHours > 0
        ? text.untilHours(appealHours)
        : text.untilCount;
  return (
    <section id="set-aside" className={`white-paper ${styles.part}`} aria-labelledby="set-aside-title">
      <h2 id="set-aside-title" className="d4" ref={heading} tabIndex={-1}>
        {active ? text.title : text.over}
      </h2>
      {active ? (
        <>
          <p>
            {text.fact(ratings, format.number(ratings), day(since))} {text.kept}
          </p>
          <p>
            <b>{text.why}</b> {(text.reasons as Partial<Record<string, string>>)[reason] ?? text.reasons.other}
          </p>
          <p>{text.honest}</p>
        </>
      ) : (
        <p>{text.overText}</p>
      )}
      {appeal && (
        <div className={styles.appeal}>
          <p role="status">
            <b>{text.states[appeal.state]}</b> <span className="muted">{text.sentOn(day(appeal.appealedAt))}</span>
          </p>
          <blockquote className={`${styles.words} ${styles.mine}`} aria-label={text.yours}>
            {appeal.reason}
          </blockquote>
          {appeal.answer !== null && (
            <>
              <p>
                <b>{text.answer}</b>{' '}
                <span className="muted">{appeal.decidedAt && text.answeredOn(day(appeal.decidedAt))}</span>
              </p>
              <blockquote className={styles.words}>{appeal.answer}</blockquote>
            </>
          )}
          {appeal.state === 'open' && <p className="muted">{text.waiting}</p>}
          {appeal.state === 'rejected' && <p className="muted">{text.final}</p>}
        </div>
      )}
      {active && canAppeal && <AppealForm round={round.slug} until={until} />}
      {active && !canAppeal && !appeal && <p>{text.tooLate}</p>}
      <p className="small">
        <Link to="/pages/rules#suspicious-votes">{text.rules}</Link>
      </p>
    </section>
  );
}
