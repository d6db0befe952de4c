import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { Wrap } from '../../../platform/ui/layout.tsx';
import { PlainLink } from '../../../platform/ui/link.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { appealsEnd } from '../appeals-end.ts';
import styles from '../result-page.module.css';
import { when } from '../round-words.ts';

/** What a reader must know before believing the ranking. */
export function ResultNotes({ round, result }: { round: Round; result: RoundResult }) {
  const text = useText('result');
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? result.countedAt;
  const until = appealsEnd(result.countedAt, round.promise.appealHours);
  const open = now < until;
  if (!result.provisional && !result.photoFinish && !result.shortlist) return null;
  return (
    <Wrap className={styles.notes}>
      {result.provisional && (
        <Note tone="warn" title={open ? text.provisional.title(when(format, until, now)) : text.provisional.over}>
          {open && (
            <>
              {text.provisional.text} <PlainLink to="/contact">{text.provisional.contact}</PlainLink>
            </>
          )}
        </Note>
      )}
      {result.photoFinish && result.winners.length === 1 && <Note title={text.photo.title}>{text.photo.text}</Note>}
      {result.shortlist && (
        <Note tone="warn" title={text.shortlist.title}>
          {text.shortlist.text}
        </Note>
      )}
    </Wrap>
  );
}
