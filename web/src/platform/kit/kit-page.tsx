import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Wrap } from '../ui/layout.tsx';
import { monthCode } from '../ui/month-code.ts';
import { Segments } from '../ui/segments.tsx';
import { ActSheet } from './act-sheet.tsx';
import { BrandSheet } from './brand-sheet.tsx';
import { ChoiceSheet } from './choice-sheet.tsx';
import { CountSheet } from './count-sheet.tsx';
import { DeskSheet } from './desk-sheet.tsx';
import { FieldSheet } from './field-sheet.tsx';
import { FileSheet } from './file-sheet.tsx';
import { InkSheet } from './ink-sheet.tsx';
import styles from './kit-page.module.css';
import { PaperSheet } from './paper-sheet.tsx';
import { PictureSheet } from './picture-sheet.tsx';
import { SaySheet } from './say-sheet.tsx';
import { type SheetId, type Themes, ThemesContext } from './sheet.tsx';
import { TypeSheet } from './type-sheet.tsx';

/** As many as there are inks of the month: each sheet is printed in its own. */
const sheets = {
  inks: InkSheet,
  type: TypeSheet,
  brand: BrandSheet,
  acts: ActSheet,
  fields: FieldSheet,
  choices: ChoiceSheet,
  files: FileSheet,
  pictures: PictureSheet,
  counts: CountSheet,
  says: SaySheet,
  paper: PaperSheet,
  desk: DeskSheet,
} satisfies Record<SheetId, (props: { number: number }) => unknown>;

const ids = Object.keys(sheets) as SheetId[];

/** The living specimen sheets: every part of the site in every state, in the language and the theme of the reader. */
export function Page() {
  const text = useText('kit');
  const { inkNames } = useText('platform');
  const [themes, setThemes] = useState<Themes>('page');
  return (
    <ThemesContext value={themes}>
      <Wrap className={styles.cover}>
        <h1 className="d6">{text.title}</h1>
        <div className={styles.about}>
          <p className="lead">{text.intro}</p>
          <p className="muted">{text.proof}</p>
          <Segments
            label={text.themes.label}
            value={themes}
            onChange={setThemes}
            options={[
              { value: 'page', label: text.themes.page },
              { value: 'both', label: text.themes.both },
            ]}
          />
        </div>
      </Wrap>
      <nav aria-label={text.contents}>
        <Wrap>
          <ol className={styles.contents}>
            {ids.map((id, index) => (
              <li key={id}>
                <a href={`#${id}`} className={styles.card}>
                  <span className={`field-of-ink figure ${styles.ink}`} data-ink={monthCode(index + 1)}>
                    {index + 1}
                  </span>
                  <b className={styles.name}>{text.sheets[id][0]}</b>
                  <span className="small muted">{inkNames[index]}</span>
                </a>
              </li>
            ))}
          </ol>
        </Wrap>
      </nav>
      {ids.map((id, index) => {
        const Sheet = sheets[id];
        return <Sheet key={id} number={index + 1} />;
      })}
    </ThemesContext>
  );
}
