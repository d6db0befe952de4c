import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getRound, listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getAgenda } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { getCount } from '@fraisier/shared/contracts/rounds-close.ts';
import { advanceRound } from '@fraisier/shared/contracts/rounds-plan.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { useRef, useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Actions, Stack } from '../../../../platform/ui/layout.tsx';
import { Checklist, Panel } from '../../../../platform/ui/ops/panel.tsx';
import { useKeys } from '../../../../platform/ui/ops/use-keys.ts';
import { toast } from '../../../../platform/ui/toast.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ReasonLine } from './reason-line.tsx';
import { useRoundReason } from './round-reasons.ts';
import { sortWarnings } from './sort-warnings.ts';

/** The last step: everything that stands in its way, what it does, and the act itself. */
export function ClosePanel({ round }: { round: Round }) {
  const { advance: words, count: text } = useText('ops-rounds');
  const format = useFormat();
  const params = { round: round.slug };
  const count = useCall(getCount, { params }).data;
  // The ranking is public from the count on; here it gives the names of designs that a reason is about.
  const ranking = useCall(getResult, { params }).data?.ranking;
  const titleOf = (design: string) => ranking?.find((row) => row.design === design)?.title;
  const say = useRoundReason(titleOf);
  const [closing, setClosing] = useState(false);
  const blockersAt = useRef<HTMLDivElement>(null);
  const recount = useAct(advanceRound, {
    invalidates: [getRound, listRounds, getCount, getResult, getDesk, getAgenda],
    onDone: () => toast(words.recounted),
  });
  const again = () => recount.mutate({ params, body: { to: 'counted' } });
  const isBlocked = !count || count.blockers.length > 0;
  useKeys({
    // Where it cannot be closed yet, the focus goes to what is to be settled first.
    c: () => (isBlocked ? blockersAt.current?.querySelector('a')?.focus() : setClosing(true)),
    r: recount.isPending ? undefined : again,
  });
  if (!count) return null;
  const { winners, blockers, warnings, runs } = count;
  const { told, short } = sortWarnings(warnings, titleOf);
  const makes = [
    ...runs.map((run) =>
      text.makesRun(run.slug, format.number(run.size), winners.find((one) => one.design === run.design)?.title ?? ''),
    ),
    text.makesLetters(format.number(count.letters)),
    text.makesFinal,
  ];
  const line = (reason: (typeof blockers)[number]) => <ReasonLine reason={reason} round={round.slug} say={say} />;
  return (
    <Panel title={text.closeTitle} aside={blockers.length > 0 ? text.blockedBy(blockers.length) : text.ready}>
      <Stack gap={5}>
        <div ref={blockersAt}>
          <Stack gap={2}>
            <h3 className="strong">{text.blockers}</h3>
            <Checklist
              items={
                blockers.length > 0
                  ? blockers.map((reason) => ({
                      state: reason.code === 'appeals_running' ? 'waiting' : 'bad',
                      text: line(reason),
                    }))
                  : [{ state: 'ok', text: text.clear }]
              }
            />
          </Stack>
        </div>
        {warnings.length > 0 && (
          <Stack gap={2}>
            <h3 className="strong">{text.warnings}</h3>
            <Checklist
              items={[
                ...told.map((reason) => ({ state: 'waiting' as const, text: line(reason) })),
                ...short.map(({ detail, names }) => ({
                  state: 'waiting' as const,
                  text: text.finalistsShort(format.number(names.length), detail.split('/'), format.list(names)),
                })),
              ]}
            />
          </Stack>
        )}
        <Stack gap={2}>
          <h3 className="strong">{text.makes}</h3>
          <Checklist
            items={[...(winners.length > 0 ? [text.makesBounty(winners.length)] : []), ...makes].map((one) => ({
              state: 'will',
              text: one,
            }))}
          />
        </Stack>
        <Stack gap={3}>
          <Actions>
            <Button
              wideOnPhone
              disabledReason={isBlocked ? text.closeBlocked : undefined}
              onClick={() => setClosing(true)}
            >
              {text.close}
            </Button>
            <Button kind="line" wideOnPhone busy={recount.isPending} onClick={again}>
              {words.recount}
            </Button>
          </Actions>
          <p className="small muted">{words.recountHint}</p>
          <ErrorNote error={recount.error} reason={line} />
        </Stack>
      </Stack>
      <CloseDialog
        round={round}
        count={count}
        makes={makes}
        say={say}
        open={closing}
        onClose={() => setClosing(false)}
      />
    </Panel>
  );
}
