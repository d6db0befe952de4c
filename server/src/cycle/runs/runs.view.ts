import type { Run } from '@fraisier/shared/contracts/runs.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import type { RunCount, RunOnShow } from './runs.sql.ts';

export function runView(run: RunOnShow, design: DesignCard, count: Omit<RunCount, 'run_id'>): Run {
  return {
    slug: run.slug,
    round: run.round_slug,
    roundNumber: run.round_number,
    month: roundMonth(run.round_slug).month,
    design,
    story: run.story,
    state: run.state as Run['state'],
    price: eur(run.piece_price_cents),
    shipping: eur(run.shipping_cents),
    vatRateBp: run.vat_rate_bp,
    size: run.size,
    held: count.held,
    sold: count.sold,
    free: count.free,
    nextNumber: run.state === 'open' ? count.next : null,
    piecesPerOrder: run.pieces_per_order,
    fabrics: run.fabrics as Run['fabrics'],
    cuts: run.cuts as Run['cuts'],
    sizes: run.sizes as Run['sizes'],
    openedAt: run.opened_at.toISOString(),
  };
}
