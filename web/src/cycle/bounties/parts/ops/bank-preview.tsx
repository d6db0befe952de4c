import type { BankFilePreview } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { useEffect, useRef } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Note } from '../../../../platform/ui/note.tsx';
import styles from './bank.module.css';
import { BankLines, sumsOf } from './bank-lines.tsx';

export interface BankPreviewProps {
  readonly preview: BankFilePreview;
  readonly busy: boolean;
  /** Something moved since it was first shown. */
  readonly changed: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** What an answer would do, line by line, before it is taken in. */
export function BankPreview({ preview, busy, changed, onTake, onLeave }: BankPreviewProps) {
  const text = useText('ops-money').bank;
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { kind, version, importedAt, lines } = preview;
  return (
    <section aria-labelledby="bank-preview" className={styles.preview}>
      <h3 id="bank-preview" ref={heading} tabIndex={-1} className="d3">
        {text.previewTitle(text.kinds[kind])}
      </h3>
      <p className="small muted num">
        {kind}.001.{version}, {preview.messageId}, {text.said(saidAt(preview.saidAt, format.stamp))}
      </p>
      <p className={styles.verdict} role="status">
        {format.list(sumsOf(text.sums)(preview))}
      </p>
      {changed && <Note tone="warn" role="alert" title={text.changed} />}
      <BankLines lines={lines} />
      <p className={styles.acts}>
        <Button
          busy={busy}
          disabledReason={importedAt ? text.already(format.stamp(importedAt)) : undefined}
          onClick={onTake}
        >
          {text.confirm}
        </Button>
        <Button kind="line" onClick={onLeave}>
          {text.leave}
        </Button>
      </p>
    </section>
  );
}

/** As the bank wrote it where it is no moment. */
function saidAt(said: string, stamp: (at: string) => string): string {
  return Number.isNaN(Date.parse(said)) ? said : stamp(said);
}
