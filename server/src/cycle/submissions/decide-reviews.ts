import type { decideReviews as contract, DecisionOutcome } from '@fraisier/shared/contracts/submissions-reviews.ts';
import type { DesignState } from '@fraisier/shared/cycle/submission-rules.ts';
import type { BodyOf } from '@fraisier/shared/http/contract.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { admitDesign, type Operator } from './admit-design.ts';
import { type Decided, findDecision } from './design-details.sql.ts';
import { refuseDesign } from './refuse-design.ts';

type Decisions = BodyOf<typeof contract>;
type Chosen = Decisions['designs'][number];

/**
 * Several designs admitted or refused with one word. Each is an act of its own, in the order given, with its own mail
 * and its own line in the audit log: what stands against one does not hold up the others, and each is answered for.
 */
export async function decideReviews(
  deps: Deps,
  decisions: Decisions,
  actor: Operator,
): Promise<{ items: DecisionOutcome[] }> {
  if (decisions.decision === 'refusal' && !decisions.reasons?.some((reason) => reason.trim() !== '')) {
    throw new Problem('bad_input', { reasons: [{ code: 'reason_missing', field: '/reasons' }] });
  }
  const items: DecisionOutcome[] = [];
  for (const chosen of new Map(decisions.designs.map((one) => [one.design, one])).values()) {
    items.push(await decideOne(deps, decisions, chosen, actor));
  }
  return { items };
}

async function decideOne(deps: Deps, decisions: Decisions, chosen: Chosen, actor: Operator): Promise<DecisionOutcome> {
  const { reasons: words = [], message = '' } = decisions;
  let reasons: readonly ProblemReason[] = [];
  try {
    if (decisions.decision === 'admission') await admitDesign(deps, chosen.design, actor, chosen);
    else await refuseDesign(deps, chosen.design, { reasons: words, message }, actor, chosen);
  } catch (error) {
    if (!(error instanceof Problem)) deps.log.error({ err: error, design: chosen.design }, 'a decision broke');
    reasons = reasonsIn(error);
  }
  const now = await findDecision(deps.db, chosen.design);
  const isDone = reasons.length === 0;
  const isSame = !isDone && now !== undefined && isRepeated(now, decisions, chosen, actor);
  return {
    design: chosen.design,
    title: now?.title ?? '',
    outcome: isDone ? 'done' : isSame ? 'same' : 'not_done',
    state: (now?.state as DesignState | undefined) ?? null,
    decidedBy: now?.decider ?? null,
    decidedAt: now?.decided_at?.toISOString() ?? null,
    reasons: isSame ? [] : [...reasons],
  };
}

/** An answer for each, also where something broke: those before it are decided, and the operator is to know. */
function reasonsIn(error: unknown): readonly ProblemReason[] {
  if (!(error instanceof Problem)) return [{ code: 'internal' }];
  return error.reasons?.length ? error.reasons : [{ code: error.code }];
}

/** The same words of the same person about the same file: sent again, because the first answer was lost. */
function isRepeated(
  now: Decided,
  { decision, reasons = [], message = '' }: Decisions,
  { version }: Chosen,
  actor: Operator,
) {
  const wanted = decision === 'admission' ? 'admitted' : 'refused';
  const isOwn = now.state === wanted && now.kind === decision && now.decided_by === actor.id && now.version === version;
  const said = new Set(reasons.map((reason) => reason.trim()).filter(Boolean));
  return (
    isOwn &&
    (now.reasons ?? []).every((reason) => said.has(reason)) &&
    said.size === (now.reasons ?? []).length &&
    (now.message ?? '') === message.trim()
  );
}
