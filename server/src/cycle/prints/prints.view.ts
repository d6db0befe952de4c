import type { PrintOrder } from '@fraisier/shared/contracts/prints.ts';
import type { DeliveryRow, PrintOrderRow } from './prints.sql.ts';

export function printOrderView(row: PrintOrderRow, deliveries: readonly DeliveryRow[]): PrintOrder {
  const ready = row.packet_state === 'ready';
  return {
    id: row.id,
    run: row.run_slug,
    number: row.number,
    title: row.title,
    state: row.state as PrintOrder['state'],
    matrix: row.matrix as PrintOrder['matrix'],
    pieces: row.pieces,
    good: row.good,
    defective: row.defective,
    artworkSha256: row.artwork_sha256.toString('hex'),
    packet: {
      state: row.packet_state as PrintOrder['packet']['state'],
      url: ready ? `/api/print-orders/${row.id}/packet` : null,
      sha256: ready ? (row.packet_sha256?.toString('hex') ?? null) : null,
      bytes: ready ? row.packet_bytes : null,
    },
    orderedAt: row.ordered_at.toISOString(),
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    deliveries: deliveries.map((delivery) => ({
      id: delivery.id,
      ordered: delivery.ordered,
      good: delivery.good,
      defective: delivery.defective,
      countedAt: delivery.counted_at.toISOString(),
    })),
  };
}
