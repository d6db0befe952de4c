import type { Design, DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import type { ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import { placementIn } from '@fraisier/shared/cycle/placement.ts';
import { isCounted, type RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import {
  type DesignState,
  reasonsNotToAdmit,
  reasonsNotToChange,
  reasonsNotToPlace,
  reasonsNotToWithdraw,
} from '@fraisier/shared/cycle/submission-rules.ts';
import { roundCapacity } from '@fraisier/shared/cycle/voting-rules.ts';
import type { PictureRow } from './cards.sql.ts';
import { pictureView } from './cards.ts';
import type { DetailRow } from './design-details.sql.ts';
import type { ComparedArtwork } from './likenesses-of.ts';
import { isUnprintable } from './place-artwork.ts';
import { chosenPlacement, roundArea } from './print-limits.ts';

/** `insider`: its designer or an operator, who sees more; null is everyone else. */
export function designView(
  row: DetailRow,
  card: DesignCard,
  shirt: readonly PictureRow[],
  insider: { readonly id: string } | null,
): Design {
  const viewOf = (kind: string) => shirt.filter((picture) => picture.kind === kind).map(pictureView);
  return {
    ...card,
    story: row.story,
    state: row.state as DesignState,
    roundNumber: row.round_number,
    roundPhase: row.round_phase,
    month: roundMonth(row.round_slug).month,
    shirt: {
      detail: viewOf('detail'),
      worn: viewOf('worn'),
    },
    runs: row.runs.map((run) => run.slug),
    artworkSha256:
      isCounted(row.round_phase) && row.state === 'admitted' ? (row.sha256?.toString('hex') ?? null) : null,
    own: insider && ownView(row, insider.id === row.designer_id),
  };
}

function ownView(row: DetailRow, isOwner: boolean): Design['own'] {
  // Only a design that a transaction has not finished writing has no artwork, and nobody sees that.
  if (row.artwork_id === null) return null;
  const facts = {
    phase: row.round_phase as RoundPhase,
    late: Boolean(row.late),
    state: row.state as DesignState,
    isOwner,
  };
  return {
    isOwner,
    sources: row.sources,
    submittedAt: row.submitted_at.toISOString(),
    artwork: {
      version: row.version ?? 1,
      fileName: row.file_name ?? '',
      format: row.format ?? '',
      width: row.width ?? 0,
      height: row.height ?? 0,
      bytes: row.bytes ?? 0,
      sha256: row.sha256?.toString('hex') ?? '',
      checkedAt: row.checked_at?.toISOString() ?? null,
      originalUrl: `/api/designs/${row.id}/original`,
      placement: placementIn(roundArea(row), { width: row.width ?? 1, height: row.height ?? 1 }, chosenPlacement(row)),
    },
    findings: findingsView(row.findings),
    decision: decisionView(row),
    canChange: reasonsNotToChange(facts).length === 0,
    canPlace: reasonsNotToPlace({ ...facts, isUnprintable: isUnprintable(row) }).length === 0,
    canWithdraw: reasonsNotToWithdraw(facts).length === 0,
  };
}

type Findings = NonNullable<Design['own']>['findings'];

/** Reports written before findings had places have none. */
function findingsView(stored: unknown): Findings {
  const findings = (stored ?? []) as (Omit<Findings[number], 'places'> & Partial<Findings[number]>)[];
  return findings.map(({ code, level, values, places = [] }) => ({ code, level, values, places }));
}

function decisionView(row: DetailRow): NonNullable<Design['own']>['decision'] {
  if (row.decision_kind === null || row.decided_at === null) return null;
  return {
    kind: row.decision_kind as 'admission' | 'refusal',
    reasons: row.decision_reasons ?? [],
    message: row.decision_message ?? '',
    decidedAt: row.decided_at.toISOString(),
  };
}

export function reviewView(
  { row, design }: { row: DetailRow; design: Design },
  compared: ComparedArtwork | undefined,
): ReviewItem {
  return {
    ...design,
    designerName: row.designer_name,
    submittedAt: row.submitted_at.toISOString(),
    checkedAt: row.checked_at?.toISOString() ?? null,
    blockers: reasonsNotToAdmit({
      phase: row.round_phase as RoundPhase,
      state: row.state as DesignState,
      admitted: row.admitted ?? 0,
      capacity: roundCapacity(row.expected_ratings),
    }),
    box: compared?.box ?? null,
    likenesses: compared ? [...compared.likenesses] : [],
  };
}
