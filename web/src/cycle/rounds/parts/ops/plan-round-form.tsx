import { listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { planRound, RoundPlan } from '@fraisier/shared/contracts/rounds-plan.ts';
import { getSettings } from '@fraisier/shared/contracts/settings.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { roundCapacity } from '@fraisier/shared/cycle/voting-rules.ts';
import { type FormEvent, useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Input } from '../../../../platform/ui/input.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { PlanFields, useFaultWords } from './plan-fields.tsx';
import styles from './plan-form.module.css';
import { momentKeys, type PlanKey, type PlanValues, promiseKeys, readPlan, ruleKeys } from './plan-values.ts';
import { errorsByField } from './reasons-by-field.ts';
import { useRoundReason } from './round-reasons.ts';
import { nextToPlan, whatFollows } from './what-follows.ts';

const SLUG = new RegExp((RoundPlan.properties.slug as { pattern?: string }).pattern ?? '');
const isSlug = (text: string) => SLUG.test(text);

/** Plans a round: its month is enough, and what follows from it is said under each field. */
export function PlanRoundForm({ rounds }: { rounds: readonly Round[] }) {
  const text = useText('ops-rounds').plan;
  const ops = useText('ops');
  const format = useFormat();
  const say = useRoundReason();
  const sayFault = useFaultWords();
  const settings = useCall(getSettings).data;
  const shop = useCall(getShop).data;
  const [typedSlug, setSlug] = useState<string | null>(null);
  const [values, setValues] = useState<PlanValues>({});
  const [tried, setTried] = useState(false);
  const plan = useAct(planRound, {
    invalidates: [listRounds],
    onDone: (round) => {
      toast(text.done(ops.roundName(round.number)));
      setValues({});
      setSlug(null);
      setTried(false);
    },
  });
  if (!shop) return null;

  const slug = (typedSlug ?? nextToPlan(rounds, shop.now)).trim();
  const { plan: given, faults } = readPlan(values, shop.timeZone);
  const monthEndHour = settings?.monthEndHour ?? 20;
  const follows = whatFollows(slug, given, { rounds, timeZone: shop.timeZone, monthEndHour });
  const hints = Object.fromEntries(
    momentKeys.map((key) => [key, follows && !values[key] ? text.follows(format.stamp(follows[key])) : undefined]),
  );
  const expected = given.expectedRatings ?? settings?.expectedRatings;
  const errors = {
    ...errorsByField(plan.error?.reasons ?? [], say),
    ...(tried ? Object.fromEntries(Object.entries(faults).map(([key, fault]) => [key, sayFault(fault)])) : {}),
  };
  const fields = {
    values,
    errors,
    onChange: (key: PlanKey, value: string) => {
      setValues({ ...values, [key]: value });
      if (plan.isError) plan.reset();
    },
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isSlug(slug) || Object.keys(faults).length > 0) return;
    plan.mutate({ body: { slug, ...given } });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className="muted">{text.intro}</p>
      <div className={styles.slug}>
        <Input
          label={text.slug}
          hint={text.slugHint}
          value={typedSlug ?? slug}
          maxLength={7}
          inputMode="numeric"
          error={tried && !isSlug(slug) ? text.slugHint : errors.slug}
          onChange={(event) => setSlug(event.target.value)}
        />
      </div>
      <PlanFields title={text.dates} keys={momentKeys} hints={hints} {...fields} />
      <details className={styles.more}>
        <summary>{text.optionalRules}</summary>
        <div>
          <PlanFields
            title={text.promise}
            keys={promiseKeys}
            placeholders={
              settings && {
                bountyCents: format.number(settings.bountyCents / 100, settings.bountyCents % 100 ? 2 : 0),
                piecePriceCents: format.number(settings.piecePriceCents / 100, settings.piecePriceCents % 100 ? 2 : 0),
                runSize: format.number(settings.runSize),
              }
            }
            {...fields}
          />
          <PlanFields
            title={text.voteRules}
            keys={ruleKeys}
            placeholders={{
              ...(settings && {
                expectedRatings: format.number(settings.expectedRatings),
                appealHours: String(settings.appealHours),
              }),
              quorumFinal: text.byVoters,
              quorumMedian: text.byVoters,
              handCap: text.byDesigns,
            }}
            hints={{ expectedRatings: expected && text.capacity(format.number(roundCapacity(expected))) }}
            {...fields}
          />
        </div>
      </details>
      <ErrorNote
        error={plan.error}
        reason={(reason) =>
          /^\d{4}-/.test(reason.field ?? '') ? `${text.neighbour(reason.field!)} ${say(reason)}` : null
        }
      />
      <div>
        <Button type="submit" wideOnPhone busy={plan.isPending}>
          {text.submit}
        </Button>
      </div>
    </form>
  );
}
