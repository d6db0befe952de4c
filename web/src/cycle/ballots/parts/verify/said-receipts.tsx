import { type DesignCard, listRoundDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { receiptCode } from '@fraisier/shared/cycle/receipts.ts';
import { useEffect, useMemo, useState } from 'react';
import { call } from '../../../../platform/api.ts';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Flat } from '../../../../platform/ui/flat.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { altOf } from '../../../submissions/card-words.ts';
import type { CheckedReceipt } from '../../verify/check-receipts.ts';
import styles from './said-receipts.module.css';

/** What each receipt says, in words and with the picture of its design, once it has opened here. */
export function SaidReceipts({
  receipts,
  cards,
}: {
  receipts: readonly CheckedReceipt[];
  cards: readonly DesignCard[];
}) {
  const { receipts: all } = useText('verify');
  const { said: text } = all;
  const known = useCards(receipts, cards);
  return (
    <div className={styles.said}>
      <h3 className="d4">{text.title(receipts.length)}</h3>
      <p className="muted">{text.intro}</p>
      <ul className={styles.list}>
        {receipts.map((one) => (
          <Said
            key={one.receipt.leaf + one.receipt.signature}
            one={one}
            card={one.vote ? known.get(one.vote.design) : undefined}
          />
        ))}
      </ul>
    </div>
  );
}

/** The place of as many, until they have opened. */
export function HeldReceipts({ count }: { count: number }) {
  const { said: text } = useText('verify').receipts;
  return (
    <div className={`${styles.said} ${styles.held}`} aria-hidden="true">
      <p className="d4">{text.title(count)}</p>
      <p className="muted">{text.intro}</p>
      <ul className={styles.list}>
        {Array.from({ length: Math.min(count, MOST_HELD) }, (_, nth) => (
          <li key={nth} className={styles.row}>
            <div className={styles.picture} />
            <p className={`d2 ${styles.title}`}>{text.unknown}</p>
            <p className={styles.rating}>
              <b className={styles.stars}>5</b>
            </p>
            <p>{text.wear}</p>
            <p className={styles.place}>
              <span>{text.next}</span>
              <span className={styles.code}>{text.code}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Higher than any screen. */
const MOST_HELD = 40;

function Said({ one, card }: { one: CheckedReceipt; card: DesignCard | undefined }) {
  const { said: text } = useText('verify').receipts;
  const { rating } = useText('platform');
  const format = useFormat();
  const lang = useLang();
  const { vote, failed, index, nextHeadAt, receipt } = one;
  const place = failed
    ? text.broken
    : index !== null
      ? text.line(format.number(index + 1))
      : nextHeadAt
        ? text.next
        : text.unproved;
  return (
    <li className={styles.row} data-failed={failed ? true : undefined}>
      <div className={styles.picture}>
        {card && <Flat tight fabric={card.fabric} pictures={card.pictures} alt={altOf(card, lang)} sizes="72px" />}
      </div>
      <p className={`d2 ${styles.title}`}>
        {card ? (
          <PlainLink to={`/designs/${card.id}`} lang="fr">
            {card.title}
          </PlainLink>
        ) : vote ? (
          text.unknown
        ) : (
          text.unopened
        )}
      </p>
      <p className={styles.rating}>
        {vote && (
          <>
            <b className={styles.stars}>{vote.stars}</b> {rating.words[vote.stars - 1]}
          </>
        )}
      </p>
      <p>{vote && (vote.wouldWear ? (vote.size ? text.wearIn(vote.size) : text.wear) : text.notWear)}</p>
      <p className={styles.place}>
        <span>{place}</span>
        {isLeaf(receipt.leaf) && (
          <span className={styles.code}>
            <span className="unseen">{text.code} </span>
            {receiptCode(receipt.leaf)}
          </span>
        )}
      </p>
    </li>
  );
}

const isLeaf = (leaf: string) => /^[0-9a-f]{64}$/.test(leaf);

/** A gallery has at most a thousand designs. */
const MOST_PAGES = 24;

/**
 * The titles and pictures. For receipts of one's own ballot they are there; for others the gallery is read, as any
 * visitor does, until it has shown them.
 */
function useCards(receipts: readonly CheckedReceipt[], given: readonly DesignCard[]): ReadonlyMap<string, DesignCard> {
  const [found, setFound] = useState<readonly DesignCard[]>([]);
  useEffect(() => {
    const rounds = new Set(receipts.filter((one) => one.vote && !one.failed).map((one) => one.receipt.round));
    const wanted = new Set(receipts.flatMap((one) => one.vote?.design ?? []));
    for (const card of given) wanted.delete(card.id);
    const stop = new AbortController();
    const read = async (round: string) => {
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES && wanted.size > 0; page++) {
        const query = { limit: 48, ...(cursor ? { cursor } : {}) };
        const list = await call(listRoundDesigns, { params: { round }, query }, { signal: stop.signal });
        for (const card of list.items) wanted.delete(card.id);
        setFound((before) => [...before, ...list.items]);
        if (!list.nextCursor) return;
        cursor = list.nextCursor;
      }
    };
    // Without them the receipts are as true.
    if (wanted.size > 0) for (const round of rounds) read(round).catch(() => {});
    return () => stop.abort();
  }, [receipts, given]);
  return useMemo(() => new Map([...found, ...given].map((card) => [card.id, card])), [found, given]);
}
