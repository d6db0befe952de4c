import { type IbanProblem, ibanProblem, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import { useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Input } from '../../../platform/ui/input.tsx';
import styles from './iban-field.module.css';

export interface IbanFieldProps {
  readonly value: string;
  readonly onChange: (iban: string) => void;
  /** Whether the form was sent: then nothing wrong waits for the field to be left. */
  readonly tried: boolean;
  /** The account on file, masked: it has to be typed again, for nobody is shown it. */
  readonly kept?: string | undefined;
}

/** An account, checked by its own check digits; in groups of four once it is left. */
export function IbanField({ value, onChange, tried, kept }: IbanFieldProps) {
  const text = useText('bounty').payee;
  const [isLeft, setLeft] = useState(false);
  const plain = normalizeIban(value);
  const problem = plain === '' && !tried ? null : ibanProblem(value);
  const isTold = tried || isLeft;
  return (
    <Input
      label={text.iban}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={42}
      className={styles.iban}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        if (plain !== '') onChange(inFours(plain));
      }}
      hint={kept ? text.ibanAgain(kept) : text.ibanHint}
      error={problem && isTold ? problemText(problem, plain, text.ibanWrong) : undefined}
    />
  );
}

/** `FR76 3000 6000 …`, as statements print it. */
function inFours(iban: string): string {
  return (iban.match(/.{1,4}/gu) ?? []).join(' ');
}

function problemText(
  problem: IbanProblem,
  plain: string,
  text: ReturnType<typeof useText<'bounty'>>['payee']['ibanWrong'],
): string {
  return problem === 'length' ? text.length(plain.length) : text[problem];
}
