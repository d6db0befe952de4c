import { getRound, listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { replanRound } from '@fraisier/shared/contracts/rounds-plan.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { canReplan } from '@fraisier/shared/cycle/plan-rules.ts';
import { type FormEvent, useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { PlanFields, useFaultWords } from './plan-fields.tsx';
import styles from './plan-form.module.css';
import { momentKeys, type PlanKey, type PlanValues, promiseKeys, readPlan, ruleKeys } from './plan-values.ts';
import { errorsByField } from './reasons-by-field.ts';
import { useRoundReason } from './round-reasons.ts';

/** Changes what the round has not begun; empty fields stay as they are. */
export function ReplanPanel({ round }: { round: Round }) {
  const { plan: planText, replan: text } = useText('ops-rounds');
  const format = useFormat();
  const say = useRoundReason();
  const sayFault = useFaultWords();
  const timeZone = useCall(getShop).data?.timeZone ?? 'Europe/Paris';
  const [values, setValues] = useState<PlanValues>({});
  const [tried, setTried] = useState(false);
  const replan = useAct(replanRound, {
    invalidates: [getRound, listRounds],
    onDone: () => {
      toast(text.done);
      setValues({});
      setTried(false);
    },
  });
  const open = <K extends PlanKey>(keys: readonly K[]) => keys.filter((key) => canReplan(round.phase, key));
  const groups = [
    [planText.dates, open(momentKeys)],
    [planText.promise, open(promiseKeys)],
    [planText.voteRules, open(ruleKeys)],
  ] as const;
  if (groups.every(([, keys]) => keys.length === 0)) {
    return (
      <Panel title={text.title}>
        <p className="muted">{text.nothing}</p>
      </Panel>
    );
  }
  const { plan, faults } = readPlan(values, timeZone);
  const isEmpty = Object.keys(plan).length === 0;
  const errors = {
    ...errorsByField(replan.error?.reasons ?? [], say),
    ...(tried ? Object.fromEntries(Object.entries(faults).map(([key, fault]) => [key, sayFault(fault)])) : {}),
  };
  const { planned, promise } = round;
  const moments = {
    collectingAt: planned.collecting,
    votingAt: planned.voting,
    finalAt: planned.final,
    freezeAt: planned.freeze,
  };
  const unchanged = planText.unchanged;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0 || isEmpty) return;
    replan.mutate({ params: { round: round.slug }, body: plan });
  };
  return (
    <Panel title={text.title}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className="muted">{text.intro}</p>
        {groups.map(([title, keys]) => (
          <PlanFields
            key={title}
            title={title}
            keys={keys}
            values={values}
            errors={errors}
            hints={Object.fromEntries(
              momentKeys.map((key) => [key, text.current(`${format.day(moments[key])}, ${format.time(moments[key])}`)]),
            )}
            placeholders={{
              bountyCents: format.number(promise.bounty.amount / 100, promise.bounty.amount % 100 ? 2 : 0),
              piecePriceCents: format.number(promise.piecePrice.amount / 100, promise.piecePrice.amount % 100 ? 2 : 0),
              runSize: format.number(promise.runSize),
              appealHours: String(promise.appealHours),
              handCap: String(round.handCap),
              expectedRatings: unchanged,
              quorumFinal: unchanged,
              quorumMedian: unchanged,
            }}
            onChange={(key, value) => {
              setValues({ ...values, [key]: value });
              if (replan.isError) replan.reset();
            }}
          />
        ))}
        {tried && isEmpty && Object.keys(faults).length === 0 && <p role="status">{text.empty}</p>}
        <ErrorNote
          error={replan.error}
          reason={(reason) =>
            /^\d{4}-/.test(reason.field ?? '') ? `${planText.neighbour(reason.field!)} ${say(reason)}` : null
          }
        />
        <div>
          <Button kind="ink" type="submit" wideOnPhone busy={replan.isPending}>
            {text.submit}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
