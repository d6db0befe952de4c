import { createContext, type ReactNode, use } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Cell, Grid, Wrap } from '../ui/layout.tsx';
import { monthCode } from '../ui/month-code.ts';
import styles from './sheet.module.css';

export type Themes = 'page' | 'both';

/** Whether each part is shown in the page's theme, or in the light and the dark one beside each other. */
export const ThemesContext = createContext<Themes>('page');

export type SheetId = keyof ReturnType<typeof useText<'kit'>>['sheets'];

/** One sheet of the chart: its band in the ink of its number, then its parts. */
export function Sheet({ id, number, children }: { id: SheetId; number: number; children: ReactNode }) {
  const text = useText('kit');
  const [title, said] = text.sheets[id];
  return (
    <section id={id} className={styles.sheet} aria-labelledby={`${id}-title`} data-ink={monthCode(number)}>
      <div className="field-of-ink">
        <Wrap className={styles.band}>
          <span className={`figure ${styles.number}`} aria-hidden="true">
            {number}
          </span>
          <h2 id={`${id}-title`} className="d5">
            {title}
          </h2>
          <p className="lead">{said}</p>
        </Wrap>
      </div>
      <Wrap>
        <Grid className={styles.parts}>{children}</Grid>
      </Wrap>
    </section>
  );
}

export interface PartProps {
  readonly title: string;
  /** The file it is made by. */
  readonly of: string;
  readonly span?: number;
  /** It needs the width of a page: the two themes stand one above the other. */
  readonly wide?: boolean;
  /** It answers to keys of the whole page, so it may stand there only once. */
  readonly once?: boolean;
  readonly children: ReactNode;
}

/** One part of the kit with its states. */
export function Part({ title, of, span = 12, wide = false, once = false, children }: PartProps) {
  const both = use(ThemesContext) === 'both' && !once;
  return (
    <Cell span={both ? 12 : span}>
      <section className={styles.part}>
        <header className={styles.head}>
          <h3 className="d2">{title}</h3>
          <span className="small muted">{of}</span>
        </header>
        {both ? <BothThemes wide={wide}>{children}</BothThemes> : children}
      </section>
    </Cell>
  );
}

function BothThemes({ wide, children }: { wide: boolean; children: ReactNode }) {
  const { theme: names } = useText('kit');
  return (
    <div className={styles.both} data-wide={wide || undefined}>
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} data-theme={theme} className={styles.themed}>
          <p className="small muted">{names[theme]}</p>
          {children}
        </div>
      ))}
    </div>
  );
}

/** States beside each other: `s` for what is a word wide, `xl` for what is half a page. */
export function Shots({ size = 'm', children }: { size?: 's' | 'm' | 'l' | 'xl'; children: ReactNode }) {
  return (
    <div className={styles.shots} data-size={size}>
      {children}
    </div>
  );
}

/** One state and its name. */
export function Shot({ state, children }: { state: ReactNode; children: ReactNode }) {
  return (
    <figure className={styles.shot}>
      <div className={styles.shown}>{children}</div>
      <figcaption className="small muted">{state}</figcaption>
    </figure>
  );
}
