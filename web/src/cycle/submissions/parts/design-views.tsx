import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Cell, Grid, Section } from '../../../platform/ui/layout.tsx';
import { Picture } from '../../../platform/ui/picture.tsx';
import { Tile } from '../../../platform/ui/tile.tsx';
import { viewSizes } from '../../rounds/picture-sizes.ts';
import { altOf } from '../card-words.ts';
import styles from './design-views.module.css';

/** The print from close by, where its ink lies on the stitches, and the shirt on somebody. Nothing until both are made. */
export function DesignViews({ design }: { design: Design }) {
  const { views: text } = useText('design');
  const lang = useLang();
  const { detail, worn } = design.shirt;
  if (detail.length === 0 || worn.length === 0) return null;
  return (
    <Section id="views" title={text.title} aside={<p className="small muted">{text.drawn}</p>}>
      <Grid>
        <Cell span={6}>
          <figure className={styles.view}>
            <Tile>
              <Picture
                pictures={detail}
                alt={text.detailAlt(design.title)}
                sizes={viewSizes}
                className={styles.picture}
              />
            </Tile>
            <figcaption className="small muted">{text.detail}</figcaption>
          </figure>
        </Cell>
        <Cell span={6}>
          <figure className={styles.view}>
            <Tile>
              <Picture
                pictures={worn}
                alt={text.wornAlt(altOf(design, lang))}
                sizes={viewSizes}
                className={styles.picture}
              />
            </Tile>
            <figcaption className="small muted">{text.worn}</figcaption>
          </figure>
        </Cell>
      </Grid>
    </Section>
  );
}
