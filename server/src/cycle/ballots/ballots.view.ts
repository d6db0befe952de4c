import type { Hand, Rating, Receipt } from '@fraisier/shared/contracts/ballots.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { receiptCode, receiptText } from '@fraisier/shared/cycle/ballot-log.ts';
import type { Size } from '@fraisier/shared/cycle/garments.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Stage } from './ballots.sql.ts';
import type { StandingRating } from './cast-ratings.ts';
import type { HandRow } from './deals.sql.ts';
import type { RatingColumns } from './my-ballots.sql.ts';
import type { Progress } from './progress.sql.ts';
import type { SealedVote } from './seal-vote.ts';

/** A signature that is not there yet is made anew: Ed25519 gives the same one. */
export function receiptView(
  keys: Keys,
  round: string,
  { line, leaf, salt, payload, signature }: SealedVote & { readonly signature?: string | null },
): Receipt {
  const hex = leaf.toString('hex');
  return {
    round,
    leaf: hex,
    line,
    salt: salt.toString('hex'),
    payload,
    signature: signature ?? keys.sign(receiptText({ round, leaf: hex })),
    code: receiptCode(hex),
  };
}

export function ratingView({ design, stars, wouldWear, size, note }: StandingRating): Rating {
  return { design, stars, wouldWear, size, note };
}

export function ratingRowView(row: RatingColumns): Rating {
  return {
    design: row.design_id,
    stars: row.stars,
    wouldWear: row.would_wear,
    size: row.size as Size | null,
    note: row.note,
  };
}

export function handView(laid: {
  readonly stage: Stage;
  readonly hand: number;
  readonly rows: readonly HandRow[];
  readonly cards: ReadonlyMap<string, DesignCard>;
  readonly progress: Progress;
}): Hand {
  const { stage, hand, rows, cards, progress } = laid;
  return {
    stage,
    hand,
    designs: rows.map((row) => {
      const { stars, would_wear } = row;
      return {
        ...cards.get(row.design_id)!,
        dealId: row.id,
        expiresAt: row.expires_at.toISOString(),
        state: row.state as Hand['designs'][number]['state'],
        rating: stars === null || would_wear === null ? null : ratingRowView({ ...row, stars, would_wear }),
      };
    }),
    dealt: progress.dealt,
    left: progress.left,
    done: progress.open === 0 && progress.left === 0,
  };
}
