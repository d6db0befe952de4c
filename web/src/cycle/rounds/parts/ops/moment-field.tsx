import { type ReactNode, useState } from 'react';
import { Input } from '../../../../platform/ui/input.tsx';
import { instantOf, wallClock } from '../../../../platform/ui/ops/shop-time.ts';

export interface MomentFieldProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly timeZone: string;
  readonly error?: ReactNode;
  readonly hint?: ReactNode;
  readonly onChange: (at: string) => void;
}

/** A moment as the clock on the shop's wall shows it. Half a date changes nothing. */
export function MomentField({ label, value, timeZone, error, hint, onChange }: MomentFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      type="datetime-local"
      label={label}
      error={error}
      hint={hint}
      value={typed ?? wallClock(value, timeZone)}
      onChange={(event) => {
        setTyped(event.target.value);
        const at = instantOf(event.target.value, timeZone);
        if (at) onChange(at);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
