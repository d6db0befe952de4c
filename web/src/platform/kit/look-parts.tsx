import { useText } from '../i18n/use-text.ts';
import { Flat } from '../ui/flat.tsx';
import { HalftoneEdge } from '../ui/halftone-edge.tsx';
import { Inks } from '../ui/inks.tsx';
import { monthCode } from '../ui/month-code.ts';
import { Tee } from '../ui/tee.tsx';
import { Tile } from '../ui/tile.tsx';
import styles from './kit-page.module.css';
import { Part } from './kit-page.tsx';
import { samples } from './sample-pictures.ts';

export function LookParts() {
  const text = useText('kit');
  const { inkNames } = useText('platform');
  const shirt = '(max-width: 900px) 45vw, 300px';
  return (
    <>
      <Part span={5} title={text.inks}>
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
      <Part span={7} title={text.type}>
        <p className={`d6 ${styles.run}`}>{text.sampleRun}</p>
        <p className="d4">{text.sampleTitle}</p>
        <p className="lead">
          {text.sampleLead} <span className="num">0123456789</span>
        </p>
      </Part>
      <Part span={12} title={text.months}>
        <ol className={styles.swatches}>
          {inkNames.map((name, index) => (
            <li key={name} className="field-of-ink" data-ink={monthCode(index + 1)}>
              <b>{index + 1}</b>
              {name}
            </li>
          ))}
        </ol>
      </Part>
      <Part span={12} title={text.field}>
        <div className={styles.hero}>
          <div className={`${styles.field} field-of-ink`} data-ink="11">
            <HalftoneEdge />
            <Tee fabric="noir" pictures={samples.bear} alt={text.bearAlt} sizes="360px" />
          </div>
        </div>
      </Part>
      <Part span={12} title={text.shirts}>
        <div className={styles.shirts}>
          <Tile square>
            <Tee small fabric="creme" pictures={samples.cat} alt={text.catAlt} sizes={shirt} />
          </Tile>
          <Tile square>
            <Tee small cut="fitted" fabric="noir" pictures={samples.bear} alt={text.bearAlt} sizes={shirt} />
          </Tile>
          <Tile square>
            <Tee small fabric="#bfe0cc" pictures={samples.bof} alt={text.bofAlt} sizes={shirt} />
          </Tile>
          <Flat fabric="creme" pictures={samples.cat} alt={text.catAlt} sizes={shirt} />
        </div>
        <p>
          <Inks colors={['#E5263E', '#FF7B2B', '#FFC52E', '#1B6B45', '#1C2C62', '#FFF0D4']} />
        </p>
      </Part>
    </>
  );
}
