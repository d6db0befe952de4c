import { listClusters } from '@fraisier/shared/contracts/ballots-desk.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getRound, listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getAgenda } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { getCount } from '@fraisier/shared/contracts/rounds-close.ts';
import { advanceRound } from '@fraisier/shared/contracts/rounds-plan.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { reasonsNotToAdvance } from '@fraisier/shared/cycle/round-phase.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { clustersInput } from '../../../../platform/ops/lists.ts';
import { useAct, useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Actions, Stack } from '../../../../platform/ui/layout.tsx';
import { Note } from '../../../../platform/ui/note.tsx';
import { type CheckItem, Checklist, Panel } from '../../../../platform/ui/ops/panel.tsx';
import { useKeys } from '../../../../platform/ui/ops/use-keys.ts';
import { toast } from '../../../../platform/ui/toast.tsx';
import { nextStep } from './next-step.ts';
import { ReasonLine } from './reason-line.tsx';
import { useRoundReason } from './round-reasons.ts';

/** The next step of a round by name, and every reason against it at once. */
export function AdvancePanel({ round }: { round: Round }) {
  const text = useText('ops-rounds').advance;
  const { phases } = useText('ops');
  const format = useFormat();
  const say = useRoundReason();
  const now = useCall(getShop).data?.now;
  const undecided = useCall(listClusters, clustersInput(round.slug, 'open')).data?.items.length ?? 0;
  const advance = useAct(advanceRound, {
    invalidates: [getRound, listRounds, getCount, getResult, getDesk, getAgenda],
    onDone: ({ phase, extendedUntil }) => {
      const extends_ = phase === 'final' && round.phase === 'final' && extendedUntil !== null;
      if (extends_) toast(text.extended(format.stamp(extendedUntil)), 'warn');
      else toast(text.done(phases[phase].toLowerCase()));
    },
  });
  useKeys({ n: () => document.querySelector<HTMLElement>('[data-next]')?.focus() });
  const next = nextStep(round);
  if (!next || !now) {
    return (
      <Panel title={text.title}>
        <p className="muted">{round.phase === 'cancelled' ? text.overCancelled : text.over}</p>
      </Panel>
    );
  }
  const { to } = next;
  if (to === 'decided') return null;
  const reasons = reasonsNotToAdvance(factsOf(round, now, undecided), to);
  const extended = to === 'frozen' ? round.extendedUntil : null;
  const failed = new Set(reasons.map(({ code }) => code));
  const checks: CheckItem[] = reasons.map((reason) => ({
    state: reason.code === 'not_due' ? 'waiting' : 'bad',
    text: <ReasonLine reason={reason} round={round.slug} say={say} />,
  }));
  if (next.due && to !== 'collecting' && !failed.has('not_due')) {
    checks.unshift({ state: 'ok', text: text.checks.due(format.stamp(next.due)) });
  }
  if (to === 'voting' && !failed.has('too_few_designs')) {
    checks.push({ state: 'ok', text: text.checks.designs(round.counts.designs) });
  }
  return (
    <Panel title={text.titleOf(text.to[to])} aside={next.due && format.relativeDays(next.due, now)}>
      <Stack gap={4}>
        {extended ? (
          <Note tone="warn" title={text.extendedTitle}>
            {text.extendedText(format.stamp(extended))}
          </Note>
        ) : (
          <p>{text.what[to]}</p>
        )}
        {checks.length > 0 && <Checklist items={checks} />}
        <ErrorNote error={advance.error} reason={(one) => <ReasonLine reason={one} round={round.slug} say={say} />} />
        <Actions>
          <Button
            wideOnPhone
            data-next=""
            busy={advance.isPending}
            disabledReason={reasons.length > 0 ? text.blocked : undefined}
            onClick={() => advance.mutate({ params: { round: round.slug }, body: { to } })}
          >
            {text.to[to]}
          </Button>
          {next.due && Date.parse(next.due) > Date.parse(now) && (
            <span className="small muted">{text.byItself(format.stamp(next.due))}</span>
          )}
        </Actions>
      </Stack>
    </Panel>
  );
}

/** What the page knows of the round, for the shop's own rule; the shop looks again, with all it knows. */
function factsOf({ phase, planned, counts, extendedUntil }: Round, now: string, openClusters: number) {
  const due = {
    collecting: Date.parse(planned.collecting),
    voting: Date.parse(planned.voting),
    final: Date.parse(planned.final),
    freeze: Date.parse(planned.freeze),
  };
  return {
    phase,
    now: Date.parse(now),
    due,
    admitted: counts.designs,
    awaitingReview: 0,
    quorumMet: null,
    extended: extendedUntil !== null,
    openAppeals: 0,
    openClusters,
  };
}
