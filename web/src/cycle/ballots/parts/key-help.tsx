import type { ReactNode } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Checkbox } from '../../../platform/ui/checkbox.tsx';
import { Dialog } from '../../../platform/ui/dialog.tsx';
import { ArrowIcon, BackIcon } from '../../../platform/ui/icons.tsx';
import { KeyHint } from '../../../platform/ui/key-hint.tsx';
import styles from './key-help.module.css';

export interface KeyHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly single: boolean;
  readonly onSingle: (on: boolean) => void;
}

export function KeyHelp({ open, onClose, single, onSingle }: KeyHelpProps) {
  const { keys } = useText('ballot');
  const left = (
    <>
      <BackIcon />
      <span className="unseen">{keys.left}</span>
    </>
  );
  const right = (
    <>
      <ArrowIcon />
      <span className="unseen">{keys.right}</span>
    </>
  );
  const rows: readonly (readonly [names: readonly ReactNode[], act: string])[] = [
    [['1', '2', '3', '4', '5'], keys.rate],
    [[keys.space], keys.skip],
    [[left], keys.back],
    [[right, keys.enter], keys.next],
    [['J', 'W'], keys.wear],
    [['Z'], keys.flat],
  ];
  return (
    <Dialog open={open} onClose={onClose} title={keys.helpTitle}>
      <dl className={styles.rows}>
        {rows.map(([names, act]) => (
          <div key={act}>
            <dt>
              {names.map((name, index) => (
                <KeyHint key={String(index)}>{name}</KeyHint>
              ))}
            </dt>
            <dd>{act}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={single} hint={keys.useHint} onChange={(event) => onSingle(event.target.checked)}>
        {keys.use}
      </Checkbox>
      <p className="small muted">{keys.swipe}</p>
    </Dialog>
  );
}
