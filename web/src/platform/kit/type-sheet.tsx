import { useFormat, useText } from '../i18n/use-text.ts';
import { Ordinal } from '../ui/ordinal.tsx';
import { Part, Sheet } from './sheet.tsx';
import styles from './type-sheet.module.css';

export function TypeSheet({ number }: { number: number }) {
  const text = useText('kit');
  const format = useFormat();
  const { parts } = text;
  const sizes = [
    ['d6', text.sampleRun],
    ['d6 accented', text.sampleAccented],
    ['d5', text.sampleTitle],
    ['d4', text.sampleTitle],
    ['d3', text.sampleTitle],
    ['d2', text.sampleTitle],
    ['lead', text.sampleLead],
    ['prose', text.sampleProse],
    ['small muted', text.sampleSmall],
  ] as const;
  return (
    <Sheet id="type" number={number}>
      <Part title={parts.sizes} of="global.css">
        <ul className={styles.lines}>
          {sizes.map(([name, sample]) => (
            <li key={name}>
              <span className="small muted">{name}</span>
              <p className={name}>{sample}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={parts.numbers} of="ordinal.tsx">
        <ul className={styles.figures}>
          <li className={`figure ${styles.big}`}>300</li>
          <li className={`figure ${styles.big}`}>
            <Ordinal rank={1} />
          </li>
          <li className="d4">
            <Ordinal rank={1} gender="f" />
          </li>
          <li className="d4">
            <Ordinal rank={2} />
          </li>
          <li className="d4">
            <Ordinal rank={76} />
          </li>
          <li className="d4">{format.money(2400)}</li>
          <li className="lead num">{format.moneyExact(120401)}</li>
          <li className="lead num">{format.percent(0.624)}</li>
          <li className="lead num">0123456789</li>
        </ul>
      </Part>
    </Sheet>
  );
}
