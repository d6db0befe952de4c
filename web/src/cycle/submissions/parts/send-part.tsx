import type { ApiProblem } from '../../../platform/api.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import styles from './send-part.module.css';

export interface SendPartProps {
  /** Things that are missing, once somebody tried. */
  readonly missing: number;
  readonly problem: ApiProblem | null;
  readonly stopped: boolean;
}

export function SendPart({ missing, problem, stopped }: SendPartProps) {
  const { send: text, errors } = useText('submit');
  return (
    <div className={styles.send}>
      <ErrorNote error={problem} />
      {stopped && <Note role="status">{text.cancelled}</Note>}
      {missing > 0 && (
        <Note tone="bad" role="alert">
          {errors.summary(missing)}
        </Note>
      )}
      <div className={styles.act}>
        <Button type="submit" wideOnPhone ref={stopped || problem ? takeFocus : undefined}>
          {text.act}
        </Button>
        <p className="small muted">{text.note}</p>
      </div>
    </div>
  );
}

/** Back from a sending that has ended: what had the focus went with it. */
function takeFocus(button: HTMLElement | null): void {
  if (document.activeElement === document.body) button?.focus({ preventScroll: true });
}
