import { listHeads } from '@fraisier/shared/contracts/ballots-log.ts';
import { listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { HalftoneEdge } from '../../platform/ui/halftone-edge.tsx';
import { CheckIcon } from '../../platform/ui/icons.tsx';
import { OutLink } from '../../platform/ui/link.tsx';
import { Elsewhere, Limits } from './parts/verify/limits.tsx';
import { ReceiptsPart } from './parts/verify/receipts-part.tsx';
import { RoundPart } from './parts/verify/round-part.tsx';
import { TreeDrawing } from './parts/verify/tree-drawing.tsx';
import { fetchBundle } from './verify/fetch-bundle.ts';
import { logOfTheShop } from './verify/log-source.ts';
import { createReceiptsCheck } from './verify/receipts-check.ts';
import { createRoundCheck } from './verify/round-check.ts';
import { roundThread } from './verify/round-thread.ts';
import styles from './verify-page.module.css';

/** Anyone checks here, in their own browser: a receipt against the log, or a whole round against its bundle. */
export function Page() {
  const text = useText('verify');
  const [search] = useSearchParams();
  const now = useCall(getShop).data?.now ?? '';
  const listed = useCall(listRounds);
  const rounds = listed.data?.items ?? [];
  const round = search.get('round');
  const named = rounds.find(({ slug }) => slug === round);
  const decided = rounds.find(({ phase }) => phase === 'decided');
  const { receiptsCheck, roundCheck } = useChecks(round ?? rounds[0]?.slug, now);
  return (
    <div data-ink={(named ?? rounds[0])?.slug.slice(-2)}>
      <div className={styles.top}>
        <div className={styles.words}>
          <h1 className="d6 accented">{text.headline}</h1>
          <p className="lead">{text.lead}</p>
          <p className={styles.here}>
            <CheckIcon />
            <span>
              <b>{text.here}</b> {text.hereText}
            </span>
          </p>
          <nav className={styles.ways} aria-label={text.ways}>
            <OutLink href="#receipt">{text.toReceipts}</OutLink>
            <OutLink href="#round">{text.toRound}</OutLink>
          </nav>
        </div>
        <div className={`field-of-ink ${styles.field}`}>
          <HalftoneEdge />
          <TreeDrawing />
        </div>
      </div>
      <ReceiptsPart check={receiptsCheck} round={round} />
      <RoundPart check={roundCheck} receiptsCheck={receiptsCheck} listed={listed} round={round} />
      <Limits />
      <Elsewhere round={(named?.phase === 'decided' ? named : decided)?.slug ?? '2026-12'} />
    </div>
  );
}

/** Both checks, kept for the visit. Their programs and the shop's key come once the page stands, so that all works offline then. */
function useChecks(aRound: string | undefined, now: string) {
  const clock = useRef(now);
  clock.current = now;
  const some = useRef(aRound);
  some.current = aRound;
  const [checks] = useState(() => {
    let key: Promise<string | null> | null = null;
    // One key signs all rounds.
    const readKey = async () => {
      const round = some.current;
      return round === undefined ? null : (await call(listHeads, { params: { round } })).publicKey;
    };
    const siteKey = () => {
      key ??= readKey().catch(() => {
        key = null;
        return null;
      });
      return key;
    };
    return {
      siteKey,
      receiptsCheck: createReceiptsCheck((waiting) => logOfTheShop(waiting, clock.current)),
      roundCheck: createRoundCheck({ thread: roundThread, fetchBundle, siteKey }),
    };
  });
  useEffect(() => {
    const { receiptsCheck, roundCheck, siteKey } = checks;
    const prepare = () => {
      receiptsCheck.prepare();
      roundCheck.prepare();
      void siteKey();
    };
    const later = setTimeout(prepare, 500);
    return () => {
      clearTimeout(later);
      roundCheck.stop();
    };
  }, [checks]);
  return checks;
}
