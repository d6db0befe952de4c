import { listPrintOrders, type PrintOrder, retryPacket } from '@fraisier/shared/contracts/prints.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button, ButtonOutLink } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { DownloadIcon } from '../../../../platform/ui/icons.tsx';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Note } from '../../../../platform/ui/note.tsx';
import proofStyles from './print-proof.module.css';
import styles from './prints.module.css';

/** The zip for the print shop: being made, failed and why, or ready with what it holds. */
export function Packet({ order }: { order: PrintOrder }) {
  const text = useText('ops-prints').orders.packet;
  const format = useFormat();
  const { packet } = order;
  const retry = useAct(retryPacket, { invalidates: [listPrintOrders] });
  return (
    <Stack gap={2}>
      <h4 className="strong">{text.title}</h4>
      {packet.state === 'failed' ? (
        <Note tone="bad" role="status" title={text.failed}>
          {text.problems[packet.problem ?? 'unknown']}
        </Note>
      ) : (
        <p className="small" role="status">
          {packet.state === 'ready' && order.proof?.plates.length === 0 ? text.readyWithout : text[packet.state]}
        </p>
      )}
      {packet.state === 'failed' && (
        <div>
          <Button kind="line" small busy={retry.isPending} onClick={() => retry.mutate({ params: { id: order.id } })}>
            {text.retry}
          </Button>
          <ErrorNote error={retry.error} />
        </div>
      )}
      {packet.url && packet.bytes !== null && (
        <div>
          <ButtonOutLink kind="ink" small href={packet.url} download>
            <DownloadIcon /> {text.download(format.fileSize(packet.bytes))}
          </ButtonOutLink>
        </div>
      )}
      <p className={`small muted num ${styles.sha}`}>
        {packet.sha256 && (
          <>
            {text.sha} {packet.sha256.slice(0, 16)}
            <br />
          </>
        )}
        {text.artwork} {order.artworkSha256.slice(0, 16)}
      </p>
      {packet.files.length > 0 && (
        <details className={`small ${proofStyles.files}`}>
          <summary>{text.files(packet.files.length)}</summary>
          <p>{text.verify}</p>
          <ul className="num">
            {packet.files.map((file) => (
              <li key={file.name}>
                <span className="strong">{file.name}</span>, {format.fileSize(file.bytes)}
                <br />
                <span className="muted">{file.sha256}</span>
              </li>
            ))}
            <li>
              <span className="strong">{text.artwork}</span>
              <br />
              <span className="muted">{order.artworkSha256}</span>
            </li>
            {order.proof && (
              <li>
                <span className="strong">{text.pixels}</span>
                <br />
                <span className="muted">{order.proof.pixelsSha256}</span>
              </li>
            )}
          </ul>
        </details>
      )}
    </Stack>
  );
}
