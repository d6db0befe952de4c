import { placeOrder } from '@fraisier/server/cycle/orders/place-order.ts';
import { settlePayment } from '@fraisier/server/cycle/orders/settle-payment.ts';
import { findRunRow } from '@fraisier/server/cycle/runs/runs.sql.ts';
import type { Deps } from '@fraisier/server/deps.ts';
import type { Member } from '@fraisier/server/people/accounts.ts';
import { countSold } from './demo.sql.ts';
import type { DemoPeople } from './seed-people.ts';
import { sizeOf } from './voter-model.ts';

const BUYERS = 176;
const streets = [
  'rue des Écoles',
  'quai de la Fosse',
  'place du Marché',
  'rue de la Soif',
  'allée des Tilleuls',
  'cours Julien',
];
const cities = [
  ['44000', 'Nantes'],
  ['13006', 'Marseille'],
  ['59000', 'Lille'],
  ['35000', 'Rennes'],
  ['67000', 'Strasbourg'],
  ['69001', 'Lyon'],
] as const;

/** Sells pieces of the decided round's run to part of the crowd, and two to Farid. Gives how many are sold now. */
export async function sellPieces(deps: Deps, people: DemoPeople, slug: string): Promise<number> {
  const run = await findRunRow(deps.db, slug);
  if (!run) return 0;
  const buyers: { member: Member; index: number }[] = people.voters
    .slice(0, BUYERS)
    .map((member, index) => ({ member, index }));
  buyers.push({ member: people.cast.get('farid')!, index: BUYERS });
  for (const { member, index } of buyers) {
    const pieces = index % 5 === 4 || member === people.cast.get('farid') ? 2 : 1;
    const size = sizeOf(index);
    const [postalCode, city] = cities[index % cities.length]!;
    const { order, payUrl } = await placeOrder(deps, member, {
      run: slug,
      key: `demo-${index}`.padEnd(12, '-'),
      body: {
        pieces: Array.from({ length: pieces }, (_, nth) => ({
          size,
          cut: (index + nth) % 3 === 0 ? 'fitted' : 'straight',
          fabric: run.fabrics[0] as 'ciel',
        })),
        address: {
          name: member.name,
          line1: `${(index % 90) + 1} ${streets[index % streets.length]}`,
          postalCode,
          city,
          country: 'FR',
        },
      },
    });
    if (order.state !== 'held') continue;
    const paymentId = payUrl.split('/').at(-1)!;
    await settlePayment(deps, member, { paymentId, outcome: 'success' });
  }
  return countSold(deps.db, run.id);
}
