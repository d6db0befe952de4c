import type { Client } from '../client.ts';
import type { Dice } from '../dice.ts';
import { goOn, type Life } from './life.ts';

interface RunSeen {
  readonly slug: string;
  readonly state: string;
  readonly free: number;
  readonly fabrics: readonly string[];
  readonly cuts: readonly string[];
  readonly sizes: readonly string[];
}

interface Placed {
  readonly order: { readonly id: string };
  readonly payUrl: string;
}

/** Orders in every run until nothing is left, and pays: sometimes twice, sometimes never. */
export function buy(buyer: Client, life: Life, dice: Dice): Promise<void> {
  let orders = 0;
  const sure = async <T>(send: () => Promise<{ outcome: string; body: T | null }>): Promise<T | null> => {
    for (let tried = 0; tried < 5 && !life.isOver(); tried++) {
      const { outcome, body } = await send();
      if (outcome !== 'unknown') return outcome === 'ok' ? body : null;
    }
    return null;
  };
  const turn = async () => {
    const runs = await buyer.get<{ items: RunSeen[] }>('/api/runs');
    const run = runs?.items.filter(({ state, free }) => state === 'open' && free > 0).at(0);
    if (!run || dice.happens(0.4)) return;
    orders += 1;
    const key = `${buyer.id}-${orders}`;
    const piece = { size: dice.pick(run.sizes), cut: dice.pick(run.cuts), fabric: run.fabrics[0]! };
    const body = {
      pieces: Array.from({ length: dice.between(1, 2) }, () => piece),
      address: { name: buyer.name, line1: '1 rue des Fraises', postalCode: '75011', city: 'Paris', country: 'FR' },
    };
    const facts = { run: run.slug, key, pieces: String(body.pieces.length) };
    const placed = await sure(() =>
      buyer.ask<Placed>('POST', `/api/runs/${run.slug}/orders`, {
        body,
        headers: { 'idempotency-key': key },
        act: { kind: 'order', facts },
      }),
    );
    const payment = placed?.payUrl.split('/').at(-1);
    if (!placed || !payment || dice.happens(0.15)) return;
    const pay = () =>
      buyer.ask<object>('POST', `/api/payments/sandbox/${payment}`, {
        body: { outcome: 'success' },
        act: { kind: 'pay', facts: { payment, order: placed.order.id } },
      });
    if (dice.happens(0.3)) await Promise.all([sure(pay), sure(pay)]);
    else await sure(pay);
  };
  return goOn(life, () => dice.between(500, 1_500), turn);
}
