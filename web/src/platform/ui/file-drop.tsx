import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useFormat, useText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';
import styles from './file-drop.module.css';
import { ShirtOutline } from './icons.tsx';

export interface FileDropProps {
  readonly label: string;
  /** Media types and endings of names (`.zip`), as in `accept`. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  /** Who takes it looks into it, and says better what it is and what to do: nothing is refused by type or weight here. */
  readonly isLookedInto?: boolean;
  readonly file: File | null;
  readonly onFile: (file: File) => void;
  /** What is taken: formats, size. */
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** What is dropped; the shirt if not given. */
  readonly mark?: ReactNode;
  /** Not as high: beside other ways to the same end. */
  readonly low?: boolean;
}

/** Takes a file by drag and drop or by the button; refuses early what the server would refuse by type or weight. */
export function FileDrop({
  label,
  accept,
  maxBytes,
  isLookedInto = false,
  file,
  onFile,
  hint,
  error,
  mark,
  low,
}: FileDropProps) {
  const { file: text } = useText('platform');
  const format = useFormat();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const take = (taken: File | undefined) => {
    if (!taken) return;
    const refused = isLookedInto ? null : refusalOf(taken);
    setRefusal(refused);
    if (!refused) onFile(taken);
  };
  const refusalOf = (taken: File): string | null => {
    if (!accept.some((one) => isOfKind(taken, one))) return text.wrongType;
    return taken.size > maxBytes ? text.tooLarge(format.fileSize(maxBytes)) : null;
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') take(event.dataTransfer.files[0]);
  };
  const wrong = refusal ?? error;

  return (
    <section
      className={[styles.drop, low && styles.low, over && styles.over, wrong && styles.wrong].filter(Boolean).join(' ')}
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drag}
      aria-label={label}
    >
      {mark ?? <ShirtOutline />}
      <p className="lead" aria-live="polite">
        {file ? text.chosen(file.name, format.fileSize(file.size)) : text.drop}
      </p>
      <p>
        {!file && <span className={styles.or}>{text.or} </span>}
        <Button kind={file ? 'line' : 'ink'} small onClick={() => input.current?.click()}>
          {file ? text.replace : text.choose}
        </Button>
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        className="unseen"
        tabIndex={-1}
        accept={accept.join(',')}
        aria-label={label}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {hint && <p className="small muted">{hint}</p>}
      {wrong && (
        <p className={styles.error} role="alert">
          {wrong}
        </p>
      )}
    </section>
  );
}

function isOfKind({ name, type }: File, kind: string): boolean {
  return kind.startsWith('.') ? name.toLowerCase().endsWith(kind) : type === kind;
}
