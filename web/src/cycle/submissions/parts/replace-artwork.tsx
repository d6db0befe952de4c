import { getRound } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { type Design, getDesign, listMyDesigns, replaceArtwork } from '@fraisier/shared/contracts/submissions.ts';
import { ARTWORK_LIMITS } from '@fraisier/shared/cycle/artwork-rules.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { invalidate, keyOf, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { FileDrop } from '../../../platform/ui/file-drop.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import { type ReadPicture, readPicture } from '../read-picture.ts';
import { keepPreview } from '../sent-previews.ts';
import { useArtworkUpload } from '../use-artwork-upload.ts';
import { ARTWORK_TYPES } from './artwork-field.tsx';
import { PrintSheet } from './print-sheet.tsx';
import styles from './replace-artwork.module.css';
import { Report } from './report.tsx';
import { SendingProgress } from './sending-progress.tsx';

/** Another file in the place of the one handed in: checked here first, then sent. */
export function ReplaceArtwork({ design }: { design: Design }) {
  const text = useText('submit');
  const { cancel } = useText('platform');
  const format = useFormat();
  const client = useQueryClient();
  const shop = useCall(getShop).data;
  const round = useCall(getRound, { params: { round: design.round } }).data;
  const area = round?.promise.printArea ?? shop?.printArea;
  const [open, setOpen] = useState(false);
  const [read, setRead] = useState<ReadPicture | null>(null);
  const latest = useRef<File | null>(null);
  const { sending, problem, stopped, send, stop } = useArtworkUpload(replaceArtwork);
  if (!area) return null;
  if (!open) {
    return (
      <Button kind={design.state === 'refused' ? 'fraise' : 'line'} onClick={() => setOpen(true)}>
        {text.own.replace}
      </Button>
    );
  }
  const take = async (file: File) => {
    latest.current = file;
    const found = await readPicture(file, area);
    if (latest.current === file) setRead(found);
  };
  const submit = async (file: File) => {
    const answer = await send({ params: { design: design.id }, file, fields: {} });
    if (!answer) return;
    keepPreview(design.id, read?.preview ?? null);
    client.setQueryData(keyOf(getDesign, { params: { design: design.id } }), answer);
    void invalidate(client, listMyDesigns);
    toast(text.own.replaced);
  };
  const isGood = read?.findings.every(({ level }) => level !== 'block') ?? false;
  return (
    <div className={styles.replace}>
      {read?.preview && (
        <PrintSheet
          area={area}
          fabric={design.fabric}
          picture={read.preview}
          alt={design.altText}
          sent={sending ? sending.sent / Math.max(1, sending.total) : undefined}
        />
      )}
      {sending && read ? (
        <SendingProgress sending={sending} name={read.file.name} onStop={stop} />
      ) : (
        <>
          {read && <Report findings={read.findings} file={{ ...read, bytes: read.file.size }} />}
          <FileDrop
            label={text.own.replace}
            accept={ARTWORK_TYPES}
            maxBytes={ARTWORK_LIMITS.maxBytes}
            file={read?.file ?? null}
            onFile={(file) => void take(file)}
            hint={text.drop.hint(format.fileSize(ARTWORK_LIMITS.maxBytes))}
          />
          <p className="small muted">{text.own.replaceText}</p>
          <ErrorNote error={problem} />
          {stopped && <Note role="status">{text.send.cancelled}</Note>}
          <Actions>
            {read && isGood && <Button onClick={() => void submit(read.file)}>{text.own.replaceSend}</Button>}
            <Button kind="line" onClick={() => setOpen(false)}>
              {cancel}
            </Button>
          </Actions>
        </>
      )}
    </div>
  );
}
