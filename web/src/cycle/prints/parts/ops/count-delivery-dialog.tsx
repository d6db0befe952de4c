import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { countDelivery, getPrintNeed, listPrintOrders, type PrintOrder } from '@fraisier/shared/contracts/prints.ts';
import { type FormEvent, useId, useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Input } from '../../../../platform/ui/input.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { usePrintReason } from './print-reason.ts';
import styles from './prints.module.css';
import { readNumbers } from './read-numbers.ts';

export interface CountDeliveryDialogProps {
  readonly order: PrintOrder;
  /** Pieces that have not come back yet. */
  readonly left: number;
  readonly open: boolean;
  readonly onClose: () => void;
}

type Key = 'ordered' | 'good' | 'defective' | 'numbers';

/** What came back from the print shop: how many, how many good, and which are not. */
export function CountDeliveryDialog({ order, left, open, onClose }: CountDeliveryDialogProps) {
  const text = useText('ops-prints').count;
  const { cancel } = useText('platform');
  const format = useFormat();
  const say = usePrintReason();
  const formId = useId();
  const nothing = { ordered: String(left), good: '', defective: '0', numbers: '' };
  const [given, setGiven] = useState<Readonly<Record<Key, string>>>(nothing);
  const [tried, setTried] = useState(false);
  const count = useAct(countDelivery, {
    invalidates: [listPrintOrders, getPrintNeed, getDesk],
    onDone: () => {
      toast(text.done(given.good, given.defective));
      leave();
    },
  });
  const leave = () => {
    setGiven(nothing);
    setTried(false);
    count.reset();
    onClose();
  };
  const whole = (key: Key) => (/^\d{1,6}$/.test(given[key].trim()) ? Number(given[key]) : null);
  const [ordered, good, defective] = [whole('ordered'), whole('good'), whole('defective')];
  const numbers = readNumbers(given.numbers);
  const refused = (field: string) =>
    count.error?.reasons
      .filter((reason) => reason.field === `/${field}`)
      .map(say)
      .join(' ') || undefined;
  const bad = (value: number | null) => (tried && value === null ? text.badNumber : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ordered === null || good === null || defective === null || numbers === null) return;
    count.mutate({
      params: { id: order.id },
      body: { ordered, good, defective, ...(numbers.length > 0 ? { defectiveNumbers: numbers } : {}) },
    });
  };
  const field = (key: Key) => ({
    value: given[key],
    onChange: (event: { target: { value: string } }) => {
      setGiven({ ...given, [key]: event.target.value });
      if (count.isError) count.reset();
    },
  });
  return (
    <Dialog
      open={open}
      onClose={leave}
      title={text.title(order.number)}
      actions={
        <>
          <Button type="submit" form={formId} busy={count.isPending}>
            {text.confirm}
          </Button>
          <Button kind="line" onClick={leave}>
            {cancel}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.count} onSubmit={submit} noValidate>
        <p>{text.text(format.number(left))}</p>
        <div className={styles.three}>
          <Input
            label={text.ordered}
            hint={text.orderedHint}
            inputMode="numeric"
            error={bad(ordered) ?? refused('ordered')}
            {...field('ordered')}
          />
          <Input label={text.good} inputMode="numeric" error={bad(good) ?? refused('good')} {...field('good')} />
          <Input label={text.defective} inputMode="numeric" error={bad(defective)} {...field('defective')} />
        </div>
        <Input
          label={text.numbers}
          hint={text.numbersHint}
          optional
          error={tried && numbers === null ? text.badNumbers : refused('defectiveNumbers')}
          {...field('numbers')}
        />
        <ErrorNote error={count.error} />
      </form>
    </Dialog>
  );
}
