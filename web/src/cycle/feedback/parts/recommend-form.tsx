import { recommend } from '@fraisier/shared/contracts/feedback.ts';
import { getOrder, type Order } from '@fraisier/shared/contracts/orders.ts';
import { RECOMMENDATION } from '@fraisier/shared/cycle/recommendation.ts';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { useAct } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../platform/ui/focus-first-error.ts';
import { TextArea } from '../../../platform/ui/input.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import styles from './recommend-form.module.css';

const scores = Array.from({ length: RECOMMENDATION.most + 1 }, (_, score) => score);

/** 0 to 10, and why. An answer given may be changed. */
export function RecommendForm({ order }: { order: Order }) {
  const text = useText('order').recommend;
  const given = order.recommendation;
  const [isOpen, setOpen] = useState(given === null);
  if (given && !isOpen) {
    return (
      <section className={styles.form}>
        <h2 className="d4">{text.title}</h2>
        <p className={styles.given}>{text.given(given.score)}</p>
        {given.why && <blockquote className="prose">{given.why}</blockquote>}
        <div>
          <Button kind="line" small onClick={() => setOpen(true)}>
            {text.change}
          </Button>
        </div>
      </section>
    );
  }
  return <Form order={order} onSent={() => setOpen(false)} />;
}

function Form({ order, onSent }: { order: Order; onSent: () => void }) {
  const text = useText('order').recommend;
  const [score, setScore] = useState<number | null>(order.recommendation?.score ?? null);
  const [why, setWhy] = useState(order.recommendation?.why ?? '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const name = useId();
  const send = useAct(recommend, {
    invalidates: [getOrder],
    onDone: () => {
      toast(text.sent);
      onSent();
    },
  });
  const wrong = tried && score === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (score === null) return focusFirstError(form.current);
    send.mutate({ params: { order: order.id }, body: { score, why: why.trim() } });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <div>
        <h2 className="d4">{text.title}</h2>
        <p className="muted">{text.lead}</p>
      </div>
      <fieldset className={styles.scale} aria-describedby={wrong ? `${name}e` : undefined}>
        <legend className="unseen">{text.legend}</legend>
        {scores.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={score === one}
              aria-invalid={wrong || undefined}
              onChange={() => setScore(one)}
            />
            <span className="figure">{one}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.ends} aria-hidden="true">
        <span>{text.least}</span>
        <span>{text.most}</span>
      </p>
      {wrong && (
        <p id={`${name}e`} className={styles.error}>
          {text.missing}
        </p>
      )}
      <TextArea
        label={text.why}
        optional
        maxLength={600}
        hint={text.whyHint}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <ErrorNote error={send.error} />
      <div>
        <Button type="submit" kind="ink" wideOnPhone busy={send.isPending}>
          {text.send}
        </Button>
      </div>
    </form>
  );
}
