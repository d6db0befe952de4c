import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { type FormEvent, useState } from 'react';
import { goTo } from '../../../../platform/app/go-to.ts';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Input } from '../../../../platform/ui/input.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { wallClock } from '../../../../platform/ui/ops/shop-time.ts';
import styles from './day-field.module.css';

/** Which day's end is shown; the address says it, so that it can be kept and sent. */
export function DayField({ on, to }: { on: string | null; to: string }) {
  const text = useText('ops-ledger').balance;
  const format = useFormat();
  const lang = useLang();
  const shop = useCall(getShop).data;
  const today = shop ? wallClock(shop.now, shop.timeZone).slice(0, 10) : '';
  const [typed, setTyped] = useState<string | null>(null);
  const day = typed ?? on ?? today;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTyped(null);
    goTo(`/${lang}${to}${day && day !== today ? `?on=${day}` : ''}`);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.now}>
        {on ? (
          <>
            {text.on} <b>{format.day(`${on}T12:00:00Z`, { year: true })}</b>
          </>
        ) : (
          text.now
        )}
        {on && <PlainLink to={to}>{text.back}</PlainLink>}
      </p>
      <Input
        label={text.on}
        labelHidden
        type="date"
        max={today || undefined}
        value={day}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button kind="line" small type="submit">
        {text.show}
      </Button>
    </form>
  );
}
