import type { PacketProblem, PrintOrder, PrintProof } from '@fraisier/shared/contracts/prints.ts';
import { BELOW_COLLAR_MM } from '@fraisier/shared/cycle/placement.ts';
import type { PrintFacts } from './print-facts.ts';
import type { DeliveryRow, PlateRow, PrintOrderRow } from './prints.sql.ts';

export interface OfPrintOrder {
  readonly deliveries: readonly DeliveryRow[];
  readonly plates: readonly PlateRow[];
}

export function printOrderView(row: PrintOrderRow, { deliveries, plates }: OfPrintOrder): PrintOrder {
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
      problem: row.packet_state === 'failed' ? ((row.packet_problem ?? 'unknown') as PacketProblem) : null,
      files: ready ? (row.packet_files as PrintOrder['packet']['files']) : [],
    },
    proof: ready && row.print_facts ? proofView(row, plates) : null,
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

function proofView(row: PrintOrderRow, plates: readonly PlateRow[]): PrintProof {
  const { plates: press, ...facts } = row.print_facts as Omit<PrintFacts, 'place'> & Partial<PrintFacts>;
  return {
    ...facts,
    fabrics: [...facts.fabrics],
    // Packets made before a picture could be moved.
    place: facts.place ?? { belowCollarMm: BELOW_COLLAR_MM, fromCentreMm: 0 },
    press,
    plates: plates.map(({ place, hex, coverage, tonal, file_name: file }) => ({
      ...{ place, hex, coverage, tonal, file },
      url: `/api/print-orders/${row.id}/plates/${place}`,
    })),
  };
}
