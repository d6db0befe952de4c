import { getRun } from '@fraisier/shared/contracts/runs.ts';
import { type Cut, cutIds, isSize, type Size, sizes } from '@fraisier/shared/cycle/garments.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { queryOf } from '../../../platform/query.ts';
import { Note } from '../../../platform/ui/note.tsx';
import { Segments } from '../../../platform/ui/segments.tsx';
import { Sizes } from '../../../platform/ui/sizes.tsx';
import { cutName } from '../../runs/run-words.ts';
import styles from './payee-form.module.css';

interface Shirt {
  readonly size: Size | null;
  readonly cut: Cut | null;
}

export interface ShirtFieldsProps {
  readonly run: string | undefined;
  readonly value: Shirt;
  readonly onChange: (shirt: Shirt) => void;
  readonly error: string | undefined;
  /** The print shop has it already: said at the field. */
  readonly isPrinted: boolean;
  /** Where a title says already what this is about. */
  readonly untitled?: boolean;
}

/** The size and cut of piece number 1, among those that its run comes in. */
export function ShirtFields({ run, value, onChange, error, isPrinted, untitled = false }: ShirtFieldsProps) {
  const text = useText('bounty').payee;
  const lang = useLang();
  const offer = useQuery({ ...queryOf(getRun, { params: { run: run ?? '' } }), enabled: run !== undefined }).data;
  const cuts = offer?.cuts ?? cutIds;
  const cut = value.cut ?? cuts[0] ?? 'straight';
  useEffect(() => {
    if (value.cut === null) onChange({ ...value, cut });
  }, [value, cut, onChange]);
  return (
    <fieldset className={styles.group}>
      <legend className={untitled ? 'unseen' : 'd3'}>{text.shirt}</legend>
      {!untitled && <p className="muted">{text.shirtLead}</p>}
      {isPrinted && <Note tone="bad">{text.shirtPrinted}</Note>}
      <Sizes
        label={text.size}
        showLabel
        options={(offer?.sizes ?? sizes).map((size) => ({ size }))}
        value={value.size}
        onChange={(size) => isSize(size) && onChange({ ...value, size })}
        error={error}
      />
      {cuts.length > 1 && (
        <Segments
          label={text.cut}
          value={cut}
          onChange={(chosen) => onChange({ ...value, cut: chosen })}
          options={cuts.map((one) => ({ value: one, label: cutName(one, lang) }))}
        />
      )}
    </fieldset>
  );
}
