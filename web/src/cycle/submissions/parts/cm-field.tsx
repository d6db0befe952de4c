import type { ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Input } from '../../../platform/ui/input.tsx';
import { millimetresOf } from '../millimetres.ts';
import { usePlaceWords } from '../place-words.ts';

export interface CmFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly mm: number;
  readonly least: number;
  readonly most: number;
  readonly onMm: (mm: number) => void;
}

/** A length in centimetres, to the millimetre, with a comma or a point. What is out of reach is said and not taken. */
export function CmField({ label, hint, mm, least, most, onMm }: CmFieldProps) {
  const { place: text } = useText('submit');
  const words = usePlaceWords();
  const [typed, setTyped] = useState<string | null>(null);
  const isGood = (value: number | null): value is number => value !== null && value >= least && value <= most;
  const isWrong = typed !== null && !isGood(millimetresOf(typed));
  return (
    <Input
      label={label}
      hint={hint}
      error={isWrong ? text.bounds(words.figure(least), words.cm(most)) : undefined}
      value={typed ?? words.figure(mm)}
      inputMode="decimal"
      autoComplete="off"
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        const given = millimetresOf(value);
        if (isGood(given)) onMm(given);
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // It stands in a form that is not to be sent by it.
        event.preventDefault();
        setTyped(null);
      }}
    />
  );
}
