import { getRun, type RunDetail } from '@fraisier/shared/contracts/runs.ts';
import { reasonsNotToOrder } from '@fraisier/shared/cycle/edition.ts';
import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ApiProblem } from '../../../platform/api.ts';
import { goTo } from '../../../platform/app/go-to.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { invalidate } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../platform/ui/focus-first-error.ts';
import { Link } from '../../../platform/ui/link.tsx';
import { firstChoice, keepChoices, keptChoices, orderedPieces, type PieceChoice } from '../choices.ts';
import type { Wanted } from '../order-pieces.ts';
import { Delivery } from '../run-parts.ts';
import type { Buyer } from './delivery.tsx';
import styles from './order-form.module.css';
import { PieceFields } from './piece-fields.tsx';
import { Totals } from './totals.tsx';

export interface OrderFormProps {
  readonly run: RunDetail;
  readonly isMember: boolean;
  readonly onFabric: (fabric: FabricId) => void;
}

/** Sizes, labels, address and price of one order, all on the page before anything is held. */
export function OrderForm({ run, isMember, onFabric }: OrderFormProps) {
  const text = useText('run');
  const format = useFormat();
  const lang = useLang();
  const [pathname] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const afterId = useId();
  const [choices, setChoices] = useState<readonly PieceChoice[]>(() => [firstChoice(run)]);
  const [tried, setTried] = useState(false);
  const buyer = useRef<Buyer>(null);
  const client = useQueryClient();
  const order = useMutation<void, ApiProblem, Wanted>({
    mutationFn: async (wanted) => buyer.current?.buy(wanted),
    // Whatever it was, the counts on the page may be old.
    onError: () => void invalidate(client, getRun),
  });

  useEffect(() => {
    const before = keptChoices(run);
    if (!before) return;
    setChoices(before);
    onFabric(before[0]!.fabric);
    // Once, when the page opens: later the page itself is the newest.
  }, []);
  const choose = (next: readonly PieceChoice[]) => {
    setChoices(next);
    keepChoices(run.slug, next);
    order.reset();
  };

  const more = reasonsNotToOrder({
    runState: 'open',
    free: run.free,
    wanted: choices.length + 1,
    maxPerOrder: run.piecesPerOrder,
  })[0];
  const add = () => {
    choose([...choices, { ...choices.at(-1)!, size: null, label: '' }]);
    requestAnimationFrame(() => {
      const added = form.current?.querySelectorAll('[data-piece]');
      added
        ?.item(added.length - 1)
        .querySelector('input')
        ?.focus();
    });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const pieces = orderedPieces(choices);
    if (!pieces) return focusFirstError(form.current);
    if (!isMember) {
      keepChoices(run.slug, choices);
      goTo(`/${lang}/sign-in?next=${encodeURIComponent(pathname)}`);
      return;
    }
    const address = buyer.current?.address();
    if (!address) return focusFirstError(form.current);
    order.mutate({ pieces, address });
  };

  const shipping = run.shipping.amount;
  const price = format.money(run.price.amount * choices.length);
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label={text.choose}>
      {choices.map((choice, index) => (
        <PieceFields
          key={index}
          run={run}
          choice={choice}
          at={index + 1}
          count={choices.length}
          tried={tried}
          onChange={(next) => {
            choose(choices.with(index, next));
            onFabric(next.fabric);
          }}
          onRemove={choices.length > 1 ? () => choose(choices.toSpliced(index, 1)) : undefined}
        />
      ))}
      <div>
        <Button
          kind="line"
          small
          onClick={add}
          disabledReason={
            more && (more.code === 'quantity' ? text.piece.most(run.piecesPerOrder) : text.piece.left(run.free))
          }
        >
          {text.piece.add}
        </Button>
      </div>
      {isMember && <Delivery run={run.slug} buyer={buyer} tried={tried} reasons={order.error?.reasons ?? []} />}
      <Totals run={run} count={choices.length} />
      <div className={styles.act}>
        <ErrorNote error={order.error}>
          {order.error?.code === 'sold_out' && run.free > 0 ? text.tooFew(format.number(run.free)) : undefined}
        </ErrorNote>
        <Button type="submit" wide busy={order.isPending} aria-describedby={afterId}>
          {order.isPending
            ? text.buying
            : shipping === 0
              ? text.buyFree(price)
              : text.buy(price, format.money(shipping))}
        </Button>
        <p id={afterId} className="small muted">
          {isMember ? text.after : text.signIn} {text.returns}
        </p>
        <p>
          <Link to="/pages/terms">{text.terms}</Link>
        </p>
      </div>
    </form>
  );
}
