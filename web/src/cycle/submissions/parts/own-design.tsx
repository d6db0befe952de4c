import { type Design, downloadOriginal, getDesign } from '@fraisier/shared/contracts/submissions.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from '../../../platform/api.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { queryOf } from '../../../platform/query.ts';
import { Cell, Grid, Section } from '../../../platform/ui/layout.tsx';
import { OutLink } from '../../../platform/ui/link.tsx';
import { Loading } from '../../../platform/ui/loading.tsx';
import { useFindingWords } from '../finding-words.ts';
import { DesignStateNote } from './design-state-note.tsx';
import { InksFound } from './inks-found.tsx';
import styles from './own-design.module.css';
import { ReplaceArtwork } from './replace-artwork.tsx';
import { Report } from './report.tsx';
import { WithdrawDesign } from './withdraw-design.tsx';

/** How often the page looks whether the check and the pictures are done, and when it says that this is not usual. */
const LOOK_MS = 1500;
const SLOW_MS = 45_000;

/**
 * What only its designer and the workshop see of a design: where it stands and why, the report on its file, and how to
 * replace or withdraw it. Nothing when `design.own` is not set. Speaks the area `submit`.
 */
export function OwnDesign({ design: given }: { design: Design }) {
  const text = useText('submit');
  const { data } = useQuery({
    ...queryOf(getDesign, { params: { design: given.id } }),
    refetchInterval: ({ state }) => (isBeingMade(state.data ?? given) ? LOOK_MS : false),
    // The page has read it; here it is only read again.
    refetchOnMount: false,
  });
  const design = data ?? given;
  const slow = useSlow(design.state === 'checking');
  const { own } = design;
  if (!own) return null;
  return (
    <Section id="own" title={text.own.title} aside={<p className="small muted">{text.own.yours}</p>}>
      <Grid className={styles.grid}>
        <Cell span={5}>
          <DesignStateNote design={design} slow={slow} />
          {own.isOwner && (
            <div className={styles.acts}>
              {own.canChange && <ReplaceArtwork key={own.artwork.version} design={design} />}
              {own.canWithdraw && <WithdrawDesign design={design} />}
              {!own.canChange && !own.canWithdraw && design.state !== 'withdrawn' && (
                <p className="small muted">{text.own.closed}</p>
              )}
            </div>
          )}
          <FileFacts design={design} />
        </Cell>
        <Cell span={7}>
          <h3 className={`d3 ${styles.title}`}>{text.own.report}</h3>
          {design.state === 'checking' ? (
            <Loading />
          ) : (
            own.findings.length > 0 && (
              <Report findings={own.findings} file={own.artwork}>
                <InksFound inks={design.inks} />
              </Report>
            )
          )}
        </Cell>
      </Grid>
    </Section>
  );
}

function FileFacts({ design }: { design: Design }) {
  const { own: text } = useText('submit');
  const format = useFormat();
  const words = useFindingWords();
  const { own } = design;
  if (!own) return null;
  const { artwork, sources } = own;
  const file = words.file(artwork);
  return (
    <div className={styles.file}>
      <h3 className="d2">{text.file.title}</h3>
      <p className={styles.name}>{artwork.fileName}</p>
      <p className="muted">
        {file.format}, {file.pixels}
        {'\u00a0'}px, {file.size}. {text.file.version(artwork.version)}
        {artwork.checkedAt && `, ${text.file.checkedAt(format.stamp(artwork.checkedAt))}`}.
      </p>
      <p>
        <OutLink href={addressOf(downloadOriginal, { params: { design: design.id } })} download>
          {text.file.original}
        </OutLink>
      </p>
      <details>
        <summary className="small">{text.file.sha}</summary>
        <p className={`small muted ${styles.sha}`}>{artwork.sha256}</p>
      </details>
      {sources && (
        <>
          <h3 className="d2">{text.sources}</h3>
          <p className={styles.sources}>{sources}</p>
        </>
      )}
    </div>
  );
}

/** The check, and then the pictures, are made behind the page's back. */
function isBeingMade({ state, pictures }: Design): boolean {
  return state === 'checking' || (state === 'checked' && pictures.length === 0);
}

/** True once a check has gone on for longer than usual. */
function useSlow(checking: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!checking) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [checking]);
  return slow;
}
