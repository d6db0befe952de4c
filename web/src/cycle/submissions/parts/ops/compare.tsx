import type { Likeness, ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import { LIKENESS } from '@fraisier/shared/cycle/likeness.ts';
import type { RefusalReason } from '@fraisier/shared/cycle/submission-rules.ts';
import { type ReactNode, useId, useState } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Checkbox } from '../../../../platform/ui/checkbox.tsx';
import { KeyHint } from '../../../../platform/ui/key-hint.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { useKeys } from '../../../../platform/ui/ops/use-keys.ts';
import { Segments } from '../../../../platform/ui/segments.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';
import { altOf } from '../../card-words.ts';
import styles from './compare.module.css';
import { Motif } from './motif.tsx';

const modes = ['side', 'curtain', 'swap'] as const;
type Mode = (typeof modes)[number];

/** A design beside an older one that looks like it: laid alike, as large, in whatever way shows it best. */
export function Compare({ item }: { item: ReviewItem }) {
  const text = useText('ops-moderation').compare;
  const lang = useLang();
  const titleId = useId();
  const [nth, setNth] = useState(0);
  const [mode, setMode] = useState<Mode>('side');
  const [laid, setLaid] = useState(true);
  const [curtain, setCurtain] = useState(50);
  const [swapped, setSwapped] = useState(false);
  const hit = item.likenesses[nth] ?? item.likenesses[0];
  const count = item.likenesses.length;
  const swap = () => {
    setMode('swap');
    setSwapped((is) => !is);
  };
  useKeys({
    c: () => setMode((now) => modes[(modes.indexOf(now) + 1) % modes.length] ?? 'side'),
    b: swap,
    t: () => setLaid((is) => !is),
    n: count > 1 ? () => setNth((at) => (at + 1) % count) : undefined,
  });
  if (!hit) return null;

  const way = hit.mirrored || hit.quarters % 4 !== 0 || hit.angle !== 0;
  const own = { fabric: item.fabric, pictures: item.pictures, box: item.box, missing: text.missing };
  const other = {
    fabric: hit.fabric,
    pictures: hit.pictures,
    box: hit.box,
    missing: text.missing,
    laid: laid ? hit : undefined,
  };
  const [ownAlt, otherAlt] = [altOf(item, lang), altOf(hit, lang)];
  return (
    <section className={styles.compare} aria-labelledby={titleId}>
      <header className={styles.top}>
        <p className={`figure ${styles.percent}`} aria-hidden="true">
          {hit.percent}
          <span>{'\u00a0'}%</span>
        </p>
        <div>
          <h3 id={titleId} className="d3">
            {hit.percent >= LIKENESS.same ? text.same(hit.title) : text.alike(hit.title)}
          </h3>
          <p className="muted" role="status">
            {text.percent(hit.percent)} {way ? text.way(text.ways(hit)) : text.upright} {text.judge}
          </p>
        </div>
      </header>
      {count > 1 && (
        <Segments
          label={text.which(count)}
          value={hit.design + hit.version}
          onChange={(value) => setNth(item.likenesses.findIndex((one) => one.design + one.version === value))}
          options={item.likenesses.map((one) => ({
            value: one.design + one.version,
            label: `${one.title}, ${one.percent}\u00a0%`,
          }))}
        />
      )}
      <div className={styles.tools}>
        <Segments
          label={text.mode}
          labelHidden
          value={mode}
          onChange={setMode}
          options={modes.map((value) => ({ value, label: text.modes[value] }))}
        />
        {way && (
          <Checkbox checked={laid} onChange={(event) => setLaid(event.target.checked)}>
            {text.laid} <KeyHint>T</KeyHint>
          </Checkbox>
        )}
      </div>
      {mode === 'side' && (
        <div className={styles.side}>
          <Motif {...own} alt={ownAlt} />
          <Motif {...other} alt={otherAlt} />
        </div>
      )}
      {mode === 'curtain' && (
        <div className={styles.one}>
          <div className={styles.stacked}>
            <Motif {...other} alt={otherAlt} />
            <Motif {...own} alt={ownAlt} until={curtain} />
          </div>
          <label className={styles.slide}>
            <span className="small">{item.title}</span>
            <input
              type="range"
              min={0}
              max={100}
              value={curtain}
              aria-label={text.curtain}
              onChange={(event) => setCurtain(Number(event.target.value))}
            />
            <span className="small">{hit.title}</span>
          </label>
        </div>
      )}
      {mode === 'swap' && (
        <div className={styles.one}>
          <Motif {...(swapped ? other : own)} alt={swapped ? otherAlt : ownAlt} />
          <div className={styles.slide}>
            <p role="status">
              {text.shown} <b>{swapped ? hit.title : item.title}</b>
            </p>
            <Button kind="ink" small onClick={swap}>
              {text.swap} <KeyHint>B</KeyHint>
            </Button>
          </div>
        </div>
      )}
      <Sheet item={item} hit={hit} />
    </section>
  );
}

/** Both declarations line by line: what is the same need not be read twice. */
function Sheet({ item, hit }: { item: ReviewItem; hit: Likeness }) {
  const words = useText('ops-moderation');
  const ops = useText('ops');
  const format = useFormat();
  const { compare: text, facts } = words;
  const rows: readonly (readonly [string, ReactNode, ReactNode])[] = [
    [
      text.title,
      <b key="a">{item.title}</b>,
      <PlainLink key="b" to={`/designs/${hit.design}`}>
        <b>{hit.title}</b>
      </PlainLink>,
    ],
    [facts.designer, item.designerName || text.nobody, hit.designerName || text.nobody],
    [facts.submitted, format.stamp(item.submittedAt), format.stamp(hit.uploadedAt)],
    [facts.round, ops.roundName(item.roundNumber), ops.roundName(hit.roundNumber)],
    [text.state, words.one[item.state], <HitState key="state" hit={hit} />],
    [facts.sources, item.own?.sources || facts.noSources, hit.sources || facts.noSources],
  ];
  return (
    <table className={styles.sheet}>
      <caption className="unseen">{text.sheet}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{text.this}</th>
          <th scope="col">{text.older}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, own, other]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{own}</td>
            <td>{other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HitState({ hit }: { hit: Likeness }) {
  const words = useText('ops-moderation');
  const format = useFormat();
  const { decision } = hit;
  return (
    <>
      {words.one[hit.state]}
      {!hit.current && <Tag>{words.compare.replaced(hit.version)}</Tag>}
      {decision && (
        <span className={`small muted ${styles.line}`}>
          {words.facts.decided[decision.kind](format.stamp(decision.decidedAt))}
          {decision.reasons.length > 0 &&
            `, ${format.list(decision.reasons.map((one) => words.refusals[one as RefusalReason] ?? one)).toLowerCase()}`}
        </span>
      )}
    </>
  );
}
