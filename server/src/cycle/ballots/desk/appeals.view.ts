import type { OwnAppeal } from '@fraisier/shared/contracts/ballots-appeals.ts';
import type { Appeal } from '@fraisier/shared/contracts/ballots-desk.ts';
import type { Static } from 'typebox';
import type { AppealRow, Held } from './appeals.sql.ts';

export function ownAppealView({ state, reason, answer, appealedAt, decidedAt }: AppealRow): Static<typeof OwnAppeal> {
  return {
    state,
    reason,
    answer,
    appealedAt: appealedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

export function appealView(row: AppealRow, holds: readonly Held[], ratings: number): Appeal {
  return {
    id: row.id,
    ...ownAppealView(row),
    decidedBy: row.decidedBy,
    clusters: holds.map(({ cluster, signal, reason }) => ({ id: cluster, signal, reason })),
    ratings,
  };
}
