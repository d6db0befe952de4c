import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Progress } from '../../../platform/ui/progress.tsx';
import type { Sending } from '../use-artwork-upload.ts';
import styles from './sending-progress.module.css';

export interface SendingProgressProps {
  readonly sending: Sending;
  readonly name: string;
  readonly onStop: () => void;
}

/** Bytes that have left, in figures; never a guess of what is to come. */
export function SendingProgress({ sending, name, onStop }: SendingProgressProps) {
  const { send: text } = useText('submit');
  const format = useFormat();
  const share = sending.sent / Math.max(1, sending.total);
  const isRead = share >= 1;
  return (
    <div className={styles.sending}>
      <h2 className="d3" role="status" tabIndex={-1} ref={takeFocus}>
        {isRead ? text.reading : text.sending}
      </h2>
      <p className={`figure num ${styles.percent}`} aria-hidden="true">
        {format.percent(share)}
      </p>
      <Progress value={share} label={text.sending}>
        <p className={styles.line}>
          <b className={styles.name}>{name}</b>
          <span className="muted num">{text.bytes(format.fileSize(sending.sent), format.fileSize(sending.total))}</span>
        </p>
      </Progress>
      {!isRead && (
        <p>
          <Button kind="line" small onClick={onStop}>
            {text.cancel}
          </Button>
        </p>
      )}
    </div>
  );
}

/** The button that began it is gone. */
function takeFocus(heading: HTMLElement | null): void {
  heading?.focus({ preventScroll: true });
}
