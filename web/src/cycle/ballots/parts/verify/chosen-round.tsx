import { listHeads } from '@fraisier/shared/contracts/ballots-log.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { queryOf, useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { DownloadIcon } from '../../../../platform/ui/icons.tsx';
import { Select } from '../../../../platform/ui/input.tsx';
import { Note } from '../../../../platform/ui/note.tsx';
import { monthName, monthYear, when } from '../../../rounds/round-words.ts';
import styles from './verify-parts.module.css';

export interface ChosenRoundProps {
  readonly rounds: readonly Round[];
  /** The round that the address names. */
  readonly round: string | null;
  readonly onFetch: (round: string) => void;
}

/** Which decided round to recount, and how large its bundle is; or why there is none yet. */
export function ChosenRound({ rounds, round, onFetch }: ChosenRoundProps) {
  const { round: text } = useText('verify');
  const format = useFormat();
  const decided = rounds.filter(({ phase }) => phase === 'decided');
  const named = rounds.find(({ slug }) => slug === round);
  const [slug, setSlug] = useState(() => decided.find((one) => one.slug === round)?.slug ?? decided[0]?.slug ?? '');
  // Without a network it is not asked for.
  const { data: log } = useQuery({ ...queryOf(listHeads, { params: { round: slug } }), enabled: slug !== '' });
  const bundle = log?.bundle ?? null;
  return (
    <div className={styles.chosen}>
      {named && named.phase !== 'decided' && <NotYet round={named} />}
      {decided.length === 0 && !named && <Note title={text.none}>{text.noneText}</Note>}
      {decided.length > 0 && (
        <>
          <Select label={text.which} value={slug} onChange={(event) => setSlug(event.target.value)}>
            {decided.map((one) => (
              <option key={one.slug} value={one.slug}>
                {text.option(one.number, monthYear(one.slug, format))}
              </option>
            ))}
          </Select>
          <Button wideOnPhone onClick={() => onFetch(slug)}>
            <DownloadIcon />
            {text.download(bundle && format.fileSize(bundle.bytes))}
          </Button>
        </>
      )}
    </div>
  );
}

function NotYet({ round }: { round: Round }) {
  const { round: text } = useText('verify');
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? '';
  const month = monthName(round.slug, format);
  if (round.phase === 'cancelled') return <Note title={text.cancelled(month)} />;
  const end = round.extendedUntil ?? round.planned.freeze;
  return (
    <Note tone="warn" title={text.notDecided(month)}>
      {Date.parse(end) > Date.parse(now) ? text.notDecidedText(when(format, end, now)) : text.notDecidedLate}
    </Note>
  );
}
