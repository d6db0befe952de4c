import type { Picture } from '@fraisier/shared/contracts/common.ts';
import { getRound } from '@fraisier/shared/contracts/rounds.ts';
import { type Design, getDesign } from '@fraisier/shared/contracts/submissions.ts';
import { downloadOriginal } from '@fraisier/shared/contracts/submissions-own.ts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { addressOf } from '../../../platform/api.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { queryOf, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Cell, Grid, Section } from '../../../platform/ui/layout.tsx';
import { OutLink } from '../../../platform/ui/link.tsx';
import { useFindingWords } from '../finding-words.ts';
import { usePlaceWords } from '../place-words.ts';
import { useShownPictures } from '../sent-previews.ts';
import { CheckedFile } from './checked-file.tsx';
import { DesignStateNote } from './design-state-note.tsx';
import { MoveArtwork } from './move-artwork.tsx';
import styles from './own-design.module.css';
import { ReplaceArtwork } from './replace-artwork.tsx';
import { WaitingLine } from './report.tsx';
import { Verdict } from './verdict.tsx';
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
  const format = useFormat();
  const { data } = useQuery({
    ...queryOf(getDesign, { params: { design: given.id } }),
    refetchInterval: ({ state }) => (isBeingMade(state.data ?? given) ? LOOK_MS : false),
    // The page has read it; here it is only read again.
    refetchOnMount: false,
  });
  const design = data ?? given;
  const round = useCall(getRound, { params: { round: design.round } }).data;
  const slow = useSlow(design.state === 'checking');
  const [open, setOpen] = useState<'replace' | 'move' | null>(null);
  const opened = useRef('');
  const takeBack = useCallback((button: HTMLButtonElement | null) => {
    if (button && opened.current === button.name) button.focus({ preventScroll: true });
  }, []);
  const picture = largest(useShownPictures(design));
  const { own } = design;
  if (!own) return null;
  return (
    <Section id="own" title={text.own.title} aside={<p className="small muted">{text.own.yours}</p>}>
      <Grid className={styles.grid}>
        <Cell span={7}>
          <DesignStateNote design={design} slow={slow} />
          {own.isOwner && open === null && (
            <div className={styles.acts}>
              {own.canChange && (
                <Button
                  kind={design.state === 'refused' ? 'fraise' : 'line'}
                  name="replace"
                  ref={takeBack}
                  onClick={() => {
                    opened.current = 'replace';
                    setOpen('replace');
                  }}
                >
                  {text.own.replace}
                </Button>
              )}
              {own.canPlace && picture && (
                <Button
                  kind="line"
                  name="move"
                  ref={takeBack}
                  onClick={() => {
                    opened.current = 'move';
                    setOpen('move');
                  }}
                >
                  {text.place.move}
                </Button>
              )}
              {own.canWithdraw && <WithdrawDesign design={design} />}
              {!own.canChange && !own.canWithdraw && design.state !== 'withdrawn' && (
                <p className="small muted">
                  {round?.phase === 'planned'
                    ? text.own.notOpen(
                        `${format.day(round.planned.collecting)}, ${format.time(round.planned.collecting)}`,
                      )
                    : text.own.closed}
                </p>
              )}
            </div>
          )}
        </Cell>
        <Cell span={5}>
          <FileFacts design={design} />
        </Cell>
      </Grid>
      <div className={styles.checked}>
        {open === 'replace' ? (
          <ReplaceArtwork key={own.artwork.version} design={design} onClose={() => setOpen(null)} />
        ) : open === 'move' && own.canPlace && picture ? (
          <MoveArtwork key={own.artwork.version} design={design} picture={picture} onClose={() => setOpen(null)} />
        ) : (
          <ShopReport key={own.artwork.version} design={design} />
        )}
      </div>
    </Section>
  );
}

/** What the shop found in the file, on the shop's picture; the designer's own until there is one. */
function ShopReport({ design }: { design: Design }) {
  const text = useText('submit');
  const round = useCall(getRound, { params: { round: design.round } }).data;
  const pictures = useShownPictures(design);
  const words = useFindingWords();
  const { own } = design;
  if (!own || !round) return null;
  const isChecking = design.state === 'checking';
  if (!isChecking && own.findings.length === 0) return null;
  const { artwork } = own;
  const file = words.file(artwork);
  const picture = largest(pictures);
  return (
    <CheckedFile
      area={round.promise.printArea}
      print={round.promise.print}
      fabric={design.fabric}
      alt={design.altText}
      placement={artwork.placement}
      file={artwork}
      of={`${artwork.version} ${isChecking}`}
      findings={isChecking ? [] : own.findings}
      inks={design.inks}
      picture={picture}
      close={picture}
      empty={text.own.noPicture}
      caption={text.sheet.caption(artwork.fileName, file.pixels, file.size)}
      verdict={<Verdict findings={own.findings} stage={isChecking ? 'measuring' : 'done'} title={text.own.report} />}
      waiting={isChecking && <WaitingLine text={text.own.checkingReport} />}
    />
  );
}

/** Enough for the loupe; WebP is shown by every browser, and an image in a drawing has no second choice. */
function largest(pictures: readonly Picture[]): Picture | null {
  const shown = pictures.filter(({ format }) => format !== 'avif').toSorted((a, b) => b.width - a.width);
  return shown[0] ?? null;
}

function FileFacts({ design }: { design: Design }) {
  const { own: text } = useText('submit');
  const format = useFormat();
  const words = useFindingWords();
  const placed = usePlaceWords();
  const round = useCall(getRound, { params: { round: design.round } }).data;
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
      {round && (
        <p className="num">
          {placed.size(round.promise.printArea, artwork, artwork.placement)}, {placed.stands(artwork.placement)}.
        </p>
      )}
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
function isBeingMade({ state, front }: Design): boolean {
  return state === 'checking' || (state === 'checked' && front.length === 0);
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
