import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import { HAND_SIZE, handCap, roundCapacity } from '@fraisier/shared/cycle/voting-rules.ts';
import { printPromiseView } from '../../platform/settings/settings.view.ts';
import type { BallotCounts } from '../ballots/ballots.sql.ts';
import type { RoundFigures } from './round-figures.sql.ts';
import type { RoundRow } from './rounds.sql.ts';

export interface RoundParts {
  readonly figures: RoundFigures;
  readonly ballots: BallotCounts;
  /** Of the member who looks; null for a visitor. */
  readonly standing: Round['standing'];
}

export function roundView(row: RoundRow, { figures, ballots, standing }: RoundParts): Round {
  return {
    slug: row.slug,
    number: row.number,
    month: roundMonth(row.slug).month,
    phase: row.phase,
    planned: {
      collecting: row.collecting_due_at.toISOString(),
      voting: row.voting_due_at.toISOString(),
      final: row.final_due_at.toISOString(),
      freeze: row.freeze_due_at.toISOString(),
    },
    actual: {
      collecting: momentView(row.collecting_at),
      voting: momentView(row.voting_at),
      final: momentView(row.final_at),
      frozen: momentView(row.frozen_at),
      counted: momentView(row.counted_at),
      decided: momentView(row.decided_at),
      cancelled: momentView(row.cancelled_at),
    },
    extendedUntil: row.extended_at && row.freeze_due_at.toISOString(),
    cancelReason: row.cancel_reason,
    promise: {
      bounty: eur(row.bounty_cents),
      bountyIsNet: row.bounty_is_net,
      runSize: row.run_size,
      piecePrice: eur(row.piece_price_cents),
      maxInks: row.max_inks,
      printArea: { widthMm: row.print_width_mm, heightMm: row.print_height_mm },
      print: printPromiseView(row),
      rulesVersion: row.rules_version,
      appealHours: row.appeal_hours,
    },
    counts: {
      designs: figures.designs,
      capacity: roundCapacity(row.expected_ratings),
      voters: ballots.voters,
      ratings: ballots.ratings,
    },
    handSize: HAND_SIZE,
    handCap: row.hand_cap ?? handCap(figures.designs),
    runs: [...figures.runs],
    standing,
  };
}

function momentView(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
