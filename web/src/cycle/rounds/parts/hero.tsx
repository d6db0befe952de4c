import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { listRoundDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { useState } from 'react';
import { goTo } from '../../../platform/app/go-to.ts';
import { useVisitorOrder } from '../../../platform/app/visitor-order.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { HalftoneEdge } from '../../../platform/ui/halftone-edge.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { Phase } from '../../../platform/ui/phase.tsx';
import { Scale } from '../../../platform/ui/scale.tsx';
import { Tee } from '../../../platform/ui/tee.tsx';
import { altOf } from '../../submissions/card-words.ts';
import { onShirt } from '../../submissions/on-shirt.ts';
import { firstCard, hasFinalists } from '../gallery-calls.ts';
import { phaseState } from '../phase-state.ts';
import { artSizes } from '../picture-sizes.ts';
import { monthYear } from '../round-words.ts';
import styles from './hero.module.css';
import { HeroActs } from './hero-acts.tsx';
import { HeroDays } from './hero-days.tsx';
import { useHeroWords } from './use-hero-words.ts';

/** The first screen: what the round is about on paper, one of its designs on the ink of its month. */
export function Hero({ round }: { round: Round }) {
  const text = useText('home');
  const { phases } = useText('platform');
  const format = useFormat();
  const { lines, lead } = useHeroWords(round);
  const longest = Math.max(...lines.map((line) => line.length));
  return (
    <section className={styles.hero} data-ink={monthCode(round.month)}>
      <div className={styles.said}>
        <p className={styles.phase}>
          <Phase state={phaseState(round.phase)}>{phases[round.phase]}</Phase>
          <span className="muted">{text.round(round.number, monthYear(round.slug, format))}</span>
        </p>
        <Headline lines={lines} long={longest > 12} />
        <div className={styles.lower}>
          <p className="lead">{lead}</p>
          <HeroActs round={round} />
          <HeroDays round={round} />
        </div>
      </div>
      <HeroArt round={round} />
    </section>
  );
}

/** Before the shop's first round: a shirt with nothing on it. */
export function EmptyHero() {
  const text = useText('home');
  return (
    <section className={styles.hero}>
      <div className={styles.said}>
        <span />
        <Headline lines={text.headline.empty} long={false} />
        <div className={styles.lower}>
          <p className="lead">{text.lead.empty}</p>
          <Actions>
            <ButtonLink kind="ink" to="/pages/designers" wideOnPhone>
              {text.act.template}
            </ButtonLink>
            <Link to="/pages/method">{text.act.method}</Link>
          </Actions>
        </div>
      </div>
      <div className={`${styles.field} field-of-ink`} aria-hidden="true">
        <HalftoneEdge />
        <i className={styles.blank} />
      </div>
    </section>
  );
}

function Headline({ lines, long }: { lines: readonly string[]; long: boolean }) {
  return (
    <h1 className={['d6', styles.headline, long && styles.long].filter(Boolean).join(' ')}>
      {lines.map((line) => (
        <span key={line}>{line} </span>
      ))}
    </h1>
  );
}

/** The field of ink with a design that no one chose: each visitor's own order begins with another. */
function HeroArt({ round }: { round: Round }) {
  const text = useText('home');
  const lang = useLang();
  const order = useVisitorOrder();
  const designs = useCall(listRoundDesigns, firstCard(round, order));
  const card = designs.data?.items[0];
  const open = round.phase === 'voting' || round.phase === 'final';
  const votes = open && !round.standing?.done && (round.standing?.canVote ?? true);
  return (
    <div className={`${styles.field} field-of-ink`}>
      <HalftoneEdge />
      {card ? (
        <Tee
          className={styles.tee}
          fabric={card.fabric}
          {...onShirt(card)}
          alt={altOf(card, lang)}
          sizes={artSizes.hero}
          priority
        />
      ) : (
        <p className={`${styles.number} figure`} aria-hidden="true">
          {round.number}
        </p>
      )}
      {votes && card && <Dock round={round} />}
      {!votes && card && (
        <p className={styles.one}>
          {hasFinalists(round) ? text.dock.oneFinalist : text.dock.one(round.counts.designs)}
        </p>
      )}
    </div>
  );
}

/** The scale of the ballot, as a door to it: only dealt designs are rated, so nothing is rated here. */
function Dock({ round }: { round: Round }) {
  const { dock } = useText('home');
  const lang = useLang();
  const [value, setValue] = useState<number | null>(null);
  return (
    <div className={styles.dock}>
      <p className={styles.dockCaption}>
        <b>{dock.title(Math.min(round.handSize, round.counts.designs))}</b>
        <span className="small">{round.phase === 'final' ? dock.finalNote : dock.note}</span>
      </p>
      <Scale
        value={value}
        onChange={setValue}
        onChoose={() => goTo(`/${lang}/rounds/${round.slug}/ballot`)}
        legend={dock.legend}
      />
    </div>
  );
}
