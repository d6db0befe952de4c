import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { type Design, getDesign, listMyDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { replaceArtwork } from '@fraisier/shared/contracts/submissions-own.ts';
import { ARTWORK_LIMITS, limitsOf } from '@fraisier/shared/cycle/artwork-rules.ts';
import { keptPlacement } from '@fraisier/shared/cycle/placement.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { invalidate, keyOf, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { FileDrop } from '../../../platform/ui/file-drop.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import type { ReadFile } from '../preflight/read-file.ts';
import { canBeSent, useReadFile } from '../preflight/use-read-file.ts';
import { keepPreview } from '../sent-previews.ts';
import { useArtworkUpload } from '../use-artwork-upload.ts';
import { ARTWORK_TYPES, ReadArtwork } from './artwork-field.tsx';
import { BeforeAfter } from './before-after.tsx';
import { PrintSheet } from './print-sheet.tsx';
import styles from './replace-artwork.module.css';
import { SendingProgress } from './sending-progress.tsx';

export interface ReplaceArtworkProps {
  readonly design: Design;
  readonly onClose: () => void;
}

/** Another file in the place of the one handed in: checked here first, beside what the old one was, then sent. */
export function ReplaceArtwork({ design, onClose }: ReplaceArtworkProps) {
  const { own: text } = useText('submit');
  const round = useCall(getRound, { params: { round: design.round } }).data;
  return (
    <section tabIndex={-1} ref={takeFocus} className={styles.replace} aria-label={text.replace}>
      {round && <Replacing design={design} round={round} onClose={onClose} />}
    </section>
  );
}

/** The button that opened it is gone. */
function takeFocus(section: HTMLElement | null): void {
  section?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: 'nearest' });
}

function Replacing({ design, round, onClose }: ReplaceArtworkProps & { round: Round }) {
  const text = useText('submit');
  const { cancel } = useText('platform');
  const format = useFormat();
  const client = useQueryClient();
  const { promise } = round;
  const rules = useMemo(() => ({ area: promise.printArea, limits: limitsOf(promise) }), [promise]);
  // As the shop will have it: the new file stands where the old one was put, as far as it fits.
  const kept = useMemo(() => {
    const artwork = design.own?.artwork;
    return artwork ? keptPlacement(promise.printArea, artwork, artwork.placement) : null;
  }, [design.own, promise]);
  const { read, take, placement } = useReadFile(rules, design.fabric, kept);
  const { sending, problem, stopped, send, stop } = useArtworkUpload(replaceArtwork);
  const [sent, setSent] = useState(false);

  const submit = async ({ file, preview }: ReadFile) => {
    const answer = await send({ params: { design: design.id }, file, fields: {} });
    if (!answer) return;
    setSent(true);
    keepPreview(design.id, preview);
    client.setQueryData(keyOf(getDesign, { params: { design: design.id } }), answer);
    void invalidate(client, listMyDesigns);
    toast(text.own.replaced);
    onClose();
  };
  if (sent) return null;
  if (sending && read) {
    return (
      <div className={styles.sending}>
        <PrintSheet
          area={promise.printArea}
          fabric={design.fabric}
          picture={read.preview}
          alt={design.altText}
          placement={placement}
          sent={sending.sent / Math.max(1, sending.total)}
        />
        <SendingProgress sending={sending} name={read.file.name} onStop={stop} />
      </div>
    );
  }
  const drop = (
    <>
      <FileDrop
        label={text.own.replace}
        accept={ARTWORK_TYPES}
        maxBytes={ARTWORK_LIMITS.maxBytes}
        isLookedInto
        file={read?.file ?? null}
        onFile={take}
        low
        hint={text.drop.hint(format.fileSize(ARTWORK_LIMITS.maxBytes))}
      />
      <p className="small muted">{text.own.replaceText}</p>
      <ErrorNote error={problem} />
      {stopped && <Note role="status">{text.send.cancelled}</Note>}
      <Actions>
        {canBeSent(read) && <Button onClick={() => void submit(read)}>{text.own.replaceSend}</Button>}
        <Button kind="line" onClick={onClose}>
          {cancel}
        </Button>
      </Actions>
    </>
  );
  if (!read) return <div className={styles.empty}>{drop}</div>;
  return (
    <ReadArtwork read={read} round={round} fabric={design.fabric} alt={design.altText} placement={placement}>
      {(read.stage === 'done' || read.stage === 'unmeasured') && design.own && (
        <BeforeAfter
          version={design.own.artwork.version}
          older={design.own.findings}
          newer={read.findings}
          decided={design.state !== 'checking'}
        />
      )}
      {drop}
    </ReadArtwork>
  );
}
