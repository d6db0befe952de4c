import { addRate, listRates } from '@fraisier/shared/contracts/bounties-papers.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../../platform/ui/focus-first-error.ts';
import { Input, Select } from '../../../../platform/ui/input.tsx';
import { Actions } from '../../../../platform/ui/layout.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { basisPointsOf, typedPercent } from './rate-typed.ts';
import styles from './rates-panel.module.css';
import type { Rate } from './rates-panel.tsx';

const NEW = '+';

/** A rate from a day to come: of a contribution that there is, or of a new one. */
export function RateForm({ rates, today, onDone }: { rates: readonly Rate[]; today: string; onDone: () => void }) {
  const text = useText('ops-ledger').rates;
  const platform = useText('platform');
  const format = useFormat();
  const lang = useLang();
  const comma = lang === 'fr' ? ',' : '.';
  const form = useRef<HTMLFormElement>(null);
  const newest = new Map(rates.toReversed().map((rate) => [rate.code, rate]));
  const [code, setCode] = useState(rates[0]?.code ?? NEW);
  const known = newest.get(code);
  const [own, setOwn] = useState({ code: '', payer: 'author' as Rate['payer'], labelFr: '', labelEn: '' });
  const [rate, setRate] = useState('');
  const [base, setBase] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const [tried, setTried] = useState(false);
  const add = useAct(addRate, {
    invalidates: [listRates],
    onDone: () => {
      toast(text.saved);
      onDone();
    },
  });
  const rateBp = basisPointsOf(rate);
  const baseBp = basisPointsOf(base || (known ? typedPercent(known.baseBp, comma) : ''));
  const latest = known && known.validFrom > today ? known.validFrom : today;
  const refusedAfter = add.error?.reasons.find((reason) => reason.code === 'rate_too_early')?.detail;
  const day = (date: string) => format.day(`${date}T12:00:00Z`, { year: true });
  const faults = {
    rate: rateBp === null ? text.wrong.percent : undefined,
    base: baseBp === null ? text.wrong.percent : undefined,
    validFrom: validFrom > latest ? undefined : text.wrong.early(day(latest)),
    code: known || /^[a-z][a-z_]{1,30}$/.test(own.code) ? undefined : text.wrong.code,
    labelFr: known || own.labelFr.trim() ? undefined : text.wrong.label,
    labelEn: known || own.labelEn.trim() ? undefined : text.wrong.label,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (rateBp === null || baseBp === null || Object.values(faults).some(Boolean)) return focusFirstError(form.current);
    const { payer, labelFr, labelEn } = known ?? own;
    add.mutate({ body: { validFrom, code: known?.code ?? own.code, payer, labelFr, labelEn, rateBp, baseBp } });
  };
  const told = (fault: string | undefined) => (tried ? fault : undefined);
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <p className="prose">{text.addLead}</p>
      <div className={styles.fields}>
        <Select label={text.which} value={code} onChange={(event) => setCode(event.target.value)}>
          {[...newest.values()].map((one) => (
            <option key={one.code} value={one.code}>
              {lang === 'fr' ? one.labelFr : one.labelEn}
            </option>
          ))}
          <option value={NEW}>{text.another}</option>
        </Select>
        {!known && (
          <>
            <Input
              label={text.code}
              value={own.code}
              maxLength={31}
              autoCapitalize="none"
              onChange={(event) => setOwn({ ...own, code: event.target.value })}
              error={told(faults.code)}
            />
            <Input
              label={text.labelFr}
              value={own.labelFr}
              maxLength={80}
              onChange={(event) => setOwn({ ...own, labelFr: event.target.value })}
              error={told(faults.labelFr)}
            />
            <Input
              label={text.labelEn}
              value={own.labelEn}
              maxLength={80}
              onChange={(event) => setOwn({ ...own, labelEn: event.target.value })}
              error={told(faults.labelEn)}
            />
            <Select
              label={text.payer}
              value={own.payer}
              onChange={(event) => setOwn({ ...own, payer: event.target.value === 'shop' ? 'shop' : 'author' })}
            >
              <option value="author">{text.payers.author}</option>
              <option value="shop">{text.payers.shop}</option>
            </Select>
          </>
        )}
        <Input
          label={text.ratePercent}
          inputMode="decimal"
          value={rate}
          onChange={(event) => setRate(event.target.value)}
          error={told(faults.rate)}
        />
        <Input
          label={text.basePercent}
          inputMode="decimal"
          value={base}
          placeholder={known && typedPercent(known.baseBp, comma)}
          onChange={(event) => setBase(event.target.value)}
          error={told(faults.base)}
        />
        <Input
          label={text.validFrom}
          type="date"
          value={validFrom}
          onChange={(event) => setValidFrom(event.target.value)}
          error={refusedAfter ? text.wrong.early(day(refusedAfter)) : told(faults.validFrom)}
        />
      </div>
      {!refusedAfter && <ErrorNote error={add.error} />}
      <Actions>
        <Button type="submit" busy={add.isPending}>
          {text.save}
        </Button>
        <Button kind="line" onClick={onDone}>
          {platform.cancel}
        </Button>
      </Actions>
    </form>
  );
}
