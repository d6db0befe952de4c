import type { RunDetail } from '@fraisier/shared/contracts/runs.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Flat } from '../../../platform/ui/flat.tsx';
import { Inks } from '../../../platform/ui/inks.tsx';
import { Actions, Cell, Grid, Wrap } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { monthYear } from '../../rounds/round-words.ts';
import { altOf } from '../../submissions/card-words.ts';
import { useNameOf } from '../../submissions/designer-name.tsx';
import styles from './design-story.module.css';

/** The drawing itself, laid flat, with what its designer says of it. */
export function DesignStory({ run }: { run: RunDetail }) {
  const text = useText('run').story;
  const nameOf = useNameOf();
  const format = useFormat();
  const lang = useLang();
  const { design, story } = run;
  return (
    <Wrap className={styles.section}>
      <Grid>
        <Cell span={5}>
          <Flat
            fabric={design.fabric}
            pictures={design.pictures}
            placeholder={design.placeholder}
            alt={altOf(design, lang)}
            sizes="(max-width: 56.25rem) 90vw, 520px"
          />
        </Cell>
        <Cell span={6} start={7} className={styles.words}>
          <h2 className="d4">{text.title}</h2>
          {story.trim() !== '' && <blockquote className={`lead ${styles.story}`}>{story}</blockquote>}
          {design.designer && <p className="strong">{nameOf(design.designer.name)}</p>}
          {design.inks.length > 0 && <Inks colors={design.inks.map((ink) => ink.hex)} />}
          <p className="muted">{text.from(monthYear(run.round, format))}</p>
          <Actions>
            <Link to={`/rounds/${run.round}/result`}>{text.result}</Link>
            <Link to={`/designs/${design.id}`}>{text.design}</Link>
          </Actions>
        </Cell>
      </Grid>
    </Wrap>
  );
}
