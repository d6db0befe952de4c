import { fabricIds } from '@fraisier/shared/cycle/garments.ts';
import { fabricName } from '../../cycle/submissions/card-words.ts';
import { useLang, useText } from '../i18n/use-text.ts';
import { HalftoneEdge } from '../ui/halftone-edge.tsx';
import { InkBar } from '../ui/ink-bar.tsx';
import { Inks } from '../ui/inks.tsx';
import { Stack } from '../ui/layout.tsx';
import { monthCode } from '../ui/month-code.ts';
import { Cloth, Tee } from '../ui/tee.tsx';
import styles from './ink-sheet.module.css';
import { inksOf, samples } from './sample-pictures.ts';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

const grounds = [
  'paper',
  'tile',
  'sunk',
  'ink',
  'ink2',
  'ink3',
  'fraise',
  'sapin',
  'warn',
  'bad',
  'control',
  'focus',
] as const;

export function InkSheet({ number }: { number: number }) {
  const text = useText('kit');
  const { inkNames, footer } = useText('platform');
  const lang = useLang();
  const { parts } = text;
  return (
    <Sheet id="inks" number={number}>
      <Part title={parts.two} of="tokens.css" span={7}>
        <svg className={styles.two} preserveAspectRatio="none" viewBox="0 0 100 10" aria-hidden="true">
          <rect className={styles.a} width="62" height="10" />
          <rect className={styles.b} x="38" width="62" height="10" />
        </svg>
        <p className={`${styles.names} small`}>
          <span>{text.inkNames.fraise}</span>
          <span>{text.inkNames.encre}</span>
          <span>{text.inkNames.sapin}</span>
        </p>
        <p className="small muted">{text.inksNote}</p>
      </Part>
      <Part title={parts.grounds} of="tokens.css" span={5}>
        <ul className={styles.grounds}>
          {grounds.map((name) => (
            <li key={name} className="small">
              <span className={`${styles.ground} ${styles[name]}`} />
              {text.grounds[name]}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={parts.months} of="tokens.css" wide>
        <ol className={styles.months}>
          {inkNames.map((name, index) => (
            <li key={name} className="field-of-ink" data-ink={monthCode(index + 1)}>
              <b>{index + 1}</b>
              {name}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={parts.fabrics} of="tee.tsx" wide>
        <ul className={styles.fabrics}>
          {fabricIds.map((fabric) => (
            <li key={fabric} className="small">
              <Cloth fabric={fabric} className={styles.cloth} />
              {fabricName(fabric, lang)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={parts.dots} of="inks.tsx" span={6}>
        <Stack gap={3}>
          <Inks colors={inksOf.bear} />
          <Inks colors={inksOf.cat} />
        </Stack>
      </Part>
      <Part title={parts.bar} of="ink-bar.tsx" span={6}>
        <InkBar label={footer.inks} />
      </Part>
      <Part title={parts.edge} of="halftone-edge.tsx">
        <Shots size="l">
          {([11, 8] as const).map((month) => (
            <Shot key={month} state={inkNames[month - 1]}>
              <div className={styles.hero}>
                <div className={`${styles.field} field-of-ink`} data-ink={monthCode(month)}>
                  <HalftoneEdge />
                  <Tee
                    fabric={month === 11 ? 'noir' : 'creme'}
                    pictures={month === 11 ? samples.bear : samples.cat}
                    alt={month === 11 ? text.bearAlt : text.catAlt}
                    sizes="360px"
                  />
                </div>
              </div>
            </Shot>
          ))}
        </Shots>
      </Part>
    </Sheet>
  );
}
