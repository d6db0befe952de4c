import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { Stars } from '@fraisier/shared/cycle/voting-rules.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Note } from '../../../platform/ui/note.tsx';
import { pictureToPreload } from '../../../platform/ui/picture.tsx';
import { ProblemText } from '../../../platform/ui/problem-text.tsx';
import { artSizes } from '../../rounds/picture-sizes.ts';
import { altOf } from '../../submissions/card-words.ts';
import { onShirt } from '../../submissions/on-shirt.ts';
import { cellsOf, type HandStore, hasRating } from '../hand.ts';
import type { Outbox } from '../outbox.ts';
import { rememberedSize } from '../remembered-size.ts';
import { tick } from '../tick.ts';
import { useKeys } from '../use-keys.ts';
import { useSingleKeys } from '../use-single-keys.ts';
import { BallotHeader } from './ballot-header.tsx';
import { DesignWords } from './design-words.tsx';
import styles from './desk.module.css';
import { Dock } from './dock.tsx';
import { KeyHelp } from './key-help.tsx';
import { SendingNote } from './sending-note.tsx';
import { Stage, type StageView } from './stage.tsx';
import { WouldWear } from './would-wear.tsx';

/** How long the chosen figure is seen before the next design comes. */
const PRESS_MS = 130;

export interface HandViewProps {
  readonly round: Round;
  readonly hand: HandStore;
  readonly outbox: Outbox;
  readonly onDone: () => void;
  /** The final began while this ballot was open. */
  readonly isFinalNew?: boolean;
  /** The focus stood on what this view takes the place of. */
  readonly takesFocus?: boolean;
  /** Changing one rating: the way back, in place of the progress of a hand. */
  readonly wayBack?: ReactNode;
}

export function HandView({
  round,
  hand,
  outbox,
  isFinalNew = false,
  takesFocus = false,
  onDone,
  wayBack,
}: HandViewProps) {
  const text = useText('ballot');
  const { rating } = useText('platform');
  const lang = useLang();
  const state = useStore(hand);
  const [view, setView] = useState<StageView>('worn');
  const [said, setSaid] = useState('');
  const [help, setHelp] = useState(false);
  const [single, setSingle] = useSingleKeys();
  const title = useRef<HTMLHeadingElement>(null);
  const { entries, at, need } = state;
  const of = entries.length;
  const entry = entries[at];

  const here = (what: string) => {
    const { at: now } = hand.getState();
    const next = entries[now];
    if (!next) return;
    setSaid(`${what} ${text.said.at(now + 1, of, next.card.title)}`);
  };
  const arrive = (what: string) => {
    if (hand.getState().at >= of) onDone();
    else here(what);
  };

  // A choice is seen for a moment before the next design; whatever is done meanwhile is meant for that next one.
  const turning = useRef<ReturnType<typeof setTimeout> | null>(null);
  const turnNow = () => {
    if (turning.current === null) return;
    clearTimeout(turning.current);
    turning.current = null;
    const stars = hand.getState().entries[hand.getState().at]?.draft.stars;
    if (hand.next()) arrive(stars ? text.said.rated(rating.words[stars - 1] ?? '') : '');
  };
  useEffect(
    () => () => {
      if (turning.current !== null) clearTimeout(turning.current);
    },
    [],
  );
  const afterTurn = (act: () => void) => () => {
    turnNow();
    act();
  };
  const rate = (stars: Stars) => {
    turnNow();
    if (hand.getState().at >= of) return;
    hand.choose(stars);
    tick('chosen');
    const wait = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : PRESS_MS;
    turning.current = setTimeout(turnNow, wait);
  };
  const acts = {
    rate,
    skip: afterTurn(() => {
      hand.skip();
      arrive(text.said.skipped);
    }),
    back: afterTurn(() => {
      if (hand.getState().at === 0) return;
      hand.back();
      here(text.said.back);
    }),
    next: afterTurn(() => {
      if (hand.getState().at >= of) return;
      if (hand.next()) arrive('');
      else tick('missing');
    }),
    wear: afterTurn(() => {
      const draft = hand.getState().entries[hand.getState().at]?.draft;
      if (!draft) return;
      hand.wear(!draft.wouldWear, rememberedSize());
      setSaid(draft.wouldWear ? text.said.notWear : text.said.wear);
    }),
    turn: () => {
      setView(view === 'worn' ? 'flat' : 'worn');
      setSaid(view === 'worn' ? text.said.flat : text.said.worn);
    },
    help: () => setHelp(true),
  };
  useKeys(acts, { single });

  useEffect(() => {
    if (takesFocus) title.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    title.current?.focus({ preventScroll: true });
    if (window.scrollY > 0) window.scrollTo({ top: 0 });
  }, [at]);
  const following = entries[at + 1]?.card;
  useEffect(() => {
    const picture =
      following &&
      (view === 'worn'
        ? pictureToPreload(onShirt(following).pictures, artSizes.ballot)
        : pictureToPreload(following.pictures, artSizes.ballotFlat));
    if (!picture) return;
    // An element of its own, not a preload link: browsers complain of links that wait longer than they like.
    const image = new Image();
    image.sizes = picture.sizes;
    image.srcset = picture.srcset;
  }, [following, view]);

  const refused = useStore(outbox, (one) => one.refused.findLast(({ design }) => design === entry?.card.id));
  const lost = useStore(outbox, (one) => one.refused.length);
  if (!entry) return null;
  const { card, draft } = entry;
  const isRated = hasRating(entry);
  const isFinal = round.phase === 'final';
  return (
    <div className={styles.desk}>
      <BallotHeader
        round={round}
        cells={wayBack ? [] : cellsOf(state)}
        {...(wayBack ? {} : { at: text.at(at + 1, of) })}
      >
        {wayBack}
      </BallotHeader>
      <main id="main" tabIndex={-1} className={styles.main}>
        <div className={styles.middle}>
          <DesignWords
            card={card}
            titleRef={title}
            view={view}
            onView={setView}
            note={draft.note}
            onNote={hand.write}
            onNoteDone={hand.settleIfRated}
          />
          <Stage
            cards={entries.map((one) => one.card)}
            at={at}
            step={state.step}
            view={view}
            alt={altOf(card, lang)}
            onLeft={isRated || draft.stars !== null ? acts.next : acts.skip}
            onRight={acts.back}
          />
          <WouldWear
            key={card.id}
            draft={draft}
            onWear={(worn) => hand.wear(worn, rememberedSize())}
            onSize={hand.size}
          />
        </div>
        <div className={styles.foot}>
          {/* Also what was given without a network before the final, on an earlier visit. */}
          {state.step === null && (isFinalNew || (isFinal && lost > 0 && !refused)) && (
            <Note role="status" className={styles.notice}>
              {isFinalNew && text.finalBegan} {lost > 0 && text.refused.beforeFinal(lost)}
            </Note>
          )}
          {refused && !isFinalNew && (
            <Note tone="bad" role="alert">
              {refused.code === 'not_dealt' && isFinal ? text.refused.notFinalist : <ProblemText code={refused.code} />}
            </Note>
          )}
          <SendingNote outbox={outbox} />
          <Dock
            stars={draft.stars}
            isRated={isRated}
            isFirst={at === 0}
            isLast={at === of - 1}
            alone={wayBack !== undefined}
            need={need}
            acts={acts}
            onSet={hand.choose}
          />
        </div>
      </main>
      <p className="unseen" role="status">
        {need === 'answer' ? text.needAnswer : said}
      </p>
      <KeyHelp open={help} onClose={() => setHelp(false)} single={single} onSingle={setSingle} />
    </div>
  );
}
