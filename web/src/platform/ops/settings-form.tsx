import { getSettings, putSettings, type ShopSettings } from '@fraisier/shared/contracts/settings.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { IbanProblem } from '@fraisier/shared/cycle/iban.ts';
import { type PrintMethod, printMethods } from '@fraisier/shared/cycle/print-promise.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useFormat, useLang, useText } from '../i18n/use-text.ts';
import { useAct } from '../query.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Input } from '../ui/input.tsx';
import { Note } from '../ui/note.tsx';
import { Panel } from '../ui/ops/panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { toast } from '../ui/toast.tsx';
import { imprintGaps } from './imprint-gaps.ts';
import {
  type Group,
  groups,
  kindOf,
  limitsOf,
  readSettings,
  type SettingFault,
  type SettingKey,
  typedOf,
} from './settings-fields.ts';
import styles from './settings-form.module.css';

const hints = {
  debtorIban: 'ibanHint',
  email: 'emailHint',
  monthEndHour: 'hour',
  host: 'hostHint',
  mediator: 'mediatorHint',
} as const;

const lower = (letter: string) => letter.toLowerCase();

export function SettingsForm({ settings, readOnly }: { settings: ShopSettings; readOnly: boolean }) {
  const records = useText('ops-records');
  const text = records.settings;
  const format = useFormat();
  const comma = useLang() === 'fr' ? ',' : '.';
  const saved = typedOf(settings, comma);
  const [typed, setTyped] = useState(saved);
  const [tried, setTried] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const put = useAct(putSettings, {
    invalidates: [getSettings, getShop],
    onDone: (answer) => {
      toast(text.saved);
      setTyped(typedOf(answer, comma));
      setTried(false);
    },
  });
  const changed = (Object.keys(typed) as SettingKey[]).filter((key) => typed[key] !== saved[key]);
  const { settings: wanted, faults } = readSettings(typed);
  const gaps = imprintGaps(settings.email, settings).map((key) => records.fields[key].replace(/^./, lower));
  useLeaveWarning(changed.length > 0);

  const sayFault = (fault: SettingFault): string => {
    if (fault.kind === 'iban') return records.ibanProblems[fault.problem];
    if (fault.kind === 'range') return text.wrong.range(format.number(fault.least), format.number(fault.most));
    return text.wrong[fault.kind];
  };
  const refusedOf = (key: SettingKey): string | undefined => {
    const reason = put.error?.reasons.find((one) => one.field === `/${key}`);
    if (!reason) return undefined;
    if (reason.code === 'time_zone') return text.wrong.timeZone;
    if (reason.code === 'above_good_dpi') return text.wrong.aboveGoodDpi;
    return (records.ibanProblems as Partial<Record<string, string>>)[reason.code as IbanProblem] ?? text.wrong.empty;
  };
  const errorOf = (key: SettingKey) => {
    const fault = faults[key];
    return tried && fault ? sayFault(fault) : refusedOf(key);
  };
  const change = (key: SettingKey, value: string | boolean) => {
    setTyped({ ...typed, [key]: value });
    if (put.isError) put.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (readOnly || changed.length === 0) return;
    if (Object.keys(faults).length === 0) put.mutate({ body: wanted });
    else setAttempts(attempts + 1);
  };
  // The first field that is wrong may be far up the page.
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [attempts]);

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {readOnly && <Note>{text.readOnly}</Note>}
      {gaps.length > 0 && (
        <Note tone="warn" title={text.gaps}>
          {text.gapsNamed(format.list(gaps))}
        </Note>
      )}
      {(Object.keys(groups) as Group[]).map((group) => (
        <div key={group} id={group} className={styles.group}>
          <Panel title={text.groups[group]}>
            <div className={styles.fields}>
              {groups[group].map((key) => {
                const value = typed[key];
                const kind = kindOf(key);
                if (typeof value === 'boolean') {
                  return (
                    <Checkbox
                      key={key}
                      checked={value}
                      aria-disabled={readOnly || undefined}
                      onChange={(event) => !readOnly && change(key, event.target.checked)}
                    >
                      {records.fields[key]}
                    </Checkbox>
                  );
                }
                if (kind === 'choice') {
                  return (
                    <Segments
                      key={key}
                      label={records.fields[key]}
                      options={printMethods
                        .filter((method) => !readOnly || method === value)
                        .map((method) => ({ value: method, label: text.methods[method] }))}
                      value={value as PrintMethod}
                      onChange={(method) => change(key, method)}
                    />
                  );
                }
                const hint = hints[key as keyof typeof hints];
                return (
                  <Input
                    key={key}
                    name={key}
                    label={records.fields[key]}
                    required={false}
                    readOnly={readOnly}
                    inputMode={kind === 'text' ? undefined : kind === 'count' ? 'numeric' : 'decimal'}
                    maxLength={limitsOf(key).maxLength}
                    autoComplete="off"
                    spellCheck={false}
                    value={value}
                    hint={hint && text[hint]}
                    error={errorOf(key)}
                    onChange={(event) => change(key, event.target.value)}
                  />
                );
              })}
            </div>
          </Panel>
        </div>
      ))}
      {!readOnly && (
        <div className={[styles.save, changed.length > 0 && styles.stuck].filter(Boolean).join(' ')}>
          <ErrorNote error={put.error} />
          <div className={styles.bar}>
            <Button
              type="submit"
              wideOnPhone
              busy={put.isPending}
              disabledReason={changed.length === 0 ? text.nothing : undefined}
            >
              {text.save}
            </Button>
            {changed.length > 0 && (
              <>
                <span role="status">{text.changed(changed.length)}</span>
                <Button
                  kind="line"
                  onClick={() => {
                    setTyped(saved);
                    setTried(false);
                    put.reset();
                  }}
                >
                  {text.undo}
                </Button>
              </>
            )}
          </div>
        </div>
      )}
    </form>
  );
}

/** The browser asks before it throws away what was typed. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [active]);
}
