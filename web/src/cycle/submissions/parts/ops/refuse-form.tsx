import { type RefusalReason, refusalReasons } from '@fraisier/shared/cycle/submission-rules.ts';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Checkbox } from '../../../../platform/ui/checkbox.tsx';
import { TextArea } from '../../../../platform/ui/input.tsx';
import { Actions } from '../../../../platform/ui/layout.tsx';
import styles from './review.module.css';

export interface Refusal {
  readonly reasons: readonly RefusalReason[];
  readonly message: string;
}

const MESSAGE = 1000;
/** What the machine finds by itself: such files never wait for a person. */
const byMachine: readonly RefusalReason[] = ['not_an_image', 'image_broken', 'blank'];
const offered = refusalReasons.filter((reason) => !byMachine.includes(reason));

export interface RefuseFormProps {
  readonly title: string;
  readonly onRefuse: (refusal: Refusal) => void;
  readonly onCancel: () => void;
  /** The title is of several, and their number. */
  readonly several?: boolean;
}

/** Why, in words that the designer reads. */
export function RefuseForm({ title, onRefuse, onCancel, several = false }: RefuseFormProps) {
  const text = useText('ops-moderation');
  const { cancel } = useText('platform');
  const [reasons, setReasons] = useState<readonly RefusalReason[]>([]);
  const [message, setMessage] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errorId = useId();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const noReason = reasons.length === 0;
  const noWords = reasons.includes('other') && message.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (noReason || noWords) return;
    onRefuse({ reasons, message: message.trim() });
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      noValidate
      aria-label={several ? text.chosen.refuse(Number(title)) : text.refuseTitle(title)}
    >
      <fieldset aria-describedby={tried && noReason ? errorId : undefined}>
        <legend className="strong">{text.refuseReasons}</legend>
        <div className={styles.reasons}>
          {offered.map((reason) => (
            <Checkbox
              key={reason}
              checked={reasons.includes(reason)}
              onChange={(event) =>
                setReasons(event.target.checked ? [...reasons, reason] : reasons.filter((one) => one !== reason))
              }
            >
              {text.refusals[reason]}
            </Checkbox>
          ))}
        </div>
        {tried && noReason && (
          <p id={errorId} role="alert" className={styles.wrong}>
            {text.blockers.reason_missing('')}
          </p>
        )}
      </fieldset>
      <TextArea
        label={text.message}
        hint={several ? text.chosen.messageHint : text.messageHint}
        optional={!reasons.includes('other')}
        error={tried && noWords ? text.messageForOther : undefined}
        maxLength={MESSAGE}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
      <Actions>
        <Button type="submit" kind="ink" wideOnPhone>
          {text.refuseConfirm}
        </Button>
        <Button kind="line" wideOnPhone onClick={onCancel}>
          {cancel}
        </Button>
      </Actions>
    </form>
  );
}
