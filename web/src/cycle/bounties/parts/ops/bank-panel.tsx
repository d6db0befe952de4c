import { BANK_FILE_BYTES, type BankFile } from '@fraisier/shared/contracts/bounties-payouts.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { RefObject } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { FileDrop } from '../../../../platform/ui/file-drop.tsx';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import type { Pages } from '../../../../platform/ui/ops/use-pages.ts';
import { toast } from '../../../../platform/ui/toast.tsx';
import styles from './bank.module.css';
import { BankLines, sumsOf } from './bank-lines.tsx';
import { BankPreview } from './bank-preview.tsx';
import { useBankFile } from './use-bank-file.ts';

export interface BankPanelProps {
  readonly pages: Pages<BankFile>;
  /** Where a key of the page begins: at the drop's own button. */
  readonly place: RefObject<HTMLDivElement | null>;
}

/** Where the bank's answers come in: read, looked at, taken in; and those that were. */
export function BankPanel({ pages, place }: BankPanelProps) {
  const text = useText('ops-money').bank;
  const format = useFormat();
  const bank = useBankFile(() => toast(text.done));
  const say = useWhyRefused();
  return (
    <Panel title={text.title}>
      <div className={styles.bank}>
        <div ref={place}>
          <FileDrop
            low
            label={text.drop}
            accept={['.xml', 'text/xml', 'application/xml']}
            maxBytes={BANK_FILE_BYTES}
            file={bank.file}
            onFile={bank.look}
            mark={<Sheets />}
            hint={text.hint(format.fileSize(BANK_FILE_BYTES))}
          />
          <p role="status" className="unseen">
            {bank.busy && text.reading}
          </p>
          <ErrorNote error={bank.problem} reason={say} />
        </div>
        {bank.preview ? (
          <BankPreview
            preview={bank.preview}
            busy={bank.busy}
            changed={bank.changed}
            onTake={bank.take}
            onLeave={bank.leave}
          />
        ) : (
          <History pages={pages} />
        )}
      </div>
    </Panel>
  );
}

function History({ pages }: { pages: Pages<BankFile> }) {
  const text = useText('ops-money').bank;
  const format = useFormat();
  const sums = sumsOf(text.sums);
  return (
    <div>
      <h3 className="strong">{text.history}</h3>
      {pages.items?.length === 0 && <p className="muted">{text.none}</p>}
      <ol>
        {pages.items?.map((file) => (
          <li key={file.id} className={styles.taken}>
            <details>
              <summary>
                <span>
                  <b className="num">{file.kind}</b>, {text.kinds[file.kind]}
                  <br />
                  <span className="small muted">{text.by(format.stamp(file.importedAt), file.importedBy)}</span>
                </span>
                <span className={`small ${styles.sums}`}>{format.list(sums(file))}</span>
              </summary>
              <BankLines lines={file.lines} />
              <p className={`small muted num ${styles.foot}`}>
                {file.fileName}, {file.messageId}, {file.sha256.slice(0, 12)}
              </p>
            </details>
          </li>
        ))}
      </ol>
      <MoreButton pages={pages} />
    </div>
  );
}

/** The reader's reason, in words and with what it saw. */
function useWhyRefused(): (reason: ProblemReason) => string | null {
  const { reasons } = useText('ops-money').bank;
  return ({ code, detail }) => {
    const words = (reasons as Partial<Record<string, string | ((detail: string) => string)>>)[code];
    return typeof words === 'function' ? words(detail ?? '') : (words ?? null);
  };
}

function Sheets() {
  return (
    <svg className={styles.mark} viewBox="0 0 48 40" aria-hidden="true">
      <path
        d="M9 1h22l8 8v30H9z M31 1v8h8 M15 17h18 M15 23h18 M15 29h10"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      />
    </svg>
  );
}
