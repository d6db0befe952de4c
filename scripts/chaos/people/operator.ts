import { setTimeout as sleep } from 'node:timers/promises';
import type { Bank } from '../bank.ts';
import type { Client } from '../client.ts';
import type { Dice } from '../dice.ts';
import type { Plan } from '../plan.ts';
import { goOn, type Life } from './life.ts';
import type { BountySeen } from './winner.ts';

interface RoundSeen {
  readonly slug: string;
  readonly phase: string;
}
interface PayoutSeen {
  readonly id: string;
  readonly state: 'made' | 'sent' | 'void';
  readonly payments: readonly { readonly id: string; readonly state: string; readonly endToEndId: string }[];
}
interface CountSeen {
  readonly countId: string;
  readonly winners: readonly { readonly design: string }[];
}

export interface Desk {
  readonly plan: Plan;
  readonly bank: Bank;
  readonly life: Life;
  /** Files that operators may still cancel, and rounds that were passed over in. Both operators know. */
  cancelsLeft: number;
  readonly passedOver: Set<string>;
  /** By whoever carries the file to the bank; a fault may change it on the way. */
  readonly carry: (xml: string) => string | null;
  acts: number;
}

/** One of two operators who know nothing of each other and do what there is to do: mostly the same at the same time. */
export function operate(operator: Client, desk: Desk, dice: Dice): Promise<void> {
  const { plan, bank, life } = desk;
  const post = (path: string, body: object, kind: Parameters<typeof operator.ask>[2]) =>
    operator.ask<object>('POST', path, { body, ...kind });
  const reasonOf = (what: string) => `${what} ${++desk.acts}, by ${operator.name}`;

  const workOnRound = async ({ slug, phase }: RoundSeen): Promise<void> => {
    const is = plan.rounds.find((round) => round.slug === slug)!;
    if (is.isCancelled && (phase === 'voting' || phase === 'final') && dice.happens(0.5)) {
      const reason = reasonOf('A fire in the workshop');
      await post(
        `/api/rounds/${slug}/cancellation`,
        { reason },
        { act: { kind: 'cancel-round', facts: { slug, reason } } },
      );
    }
    // What the planned moments ask for: the job does it too.
    if (phase === 'voting' || phase === 'final') {
      const to = phase === 'voting' ? 'final' : 'frozen';
      if (dice.happens(0.3)) await advance(slug, to);
    }
    if (phase === 'frozen') await advance(slug, 'counted');
    if (phase === 'counted') await decide(slug, is.passesOver);
  };
  const advance = (slug: string, to: string) =>
    post(`/api/rounds/${slug}/advance`, { to }, { act: { kind: 'advance', facts: { slug, to } } });

  const decide = async (slug: string, passesOver: boolean): Promise<void> => {
    const count = await operator.get<CountSeen>(`/api/rounds/${slug}/count`);
    if (!count) return;
    const design = count.winners[0]?.design;
    if (passesOver && design && !desk.passedOver.has(slug) && !life.isCalm()) {
      const reason = reasonOf('The drawing is someone else’s');
      const facts = { slug, design, reason };
      const { outcome } = await post(
        `/api/rounds/${slug}/passing-over`,
        { design, reason },
        { act: { kind: 'pass-over', facts } },
      );
      if (outcome === 'ok') desk.passedOver.add(slug);
      return;
    }
    const seen = { countId: count.countId, winners: count.winners.map((winner) => winner.design) };
    const body = dice.happens(0.5) ? seen : {};
    await post(`/api/rounds/${slug}/close`, body, { act: { kind: 'close', facts: { slug } } });
  };

  const pay = async (bounties: readonly BountySeen[]): Promise<void> => {
    const ready = bounties.filter(
      ({ state, contract, ibanChanges }) =>
        contract?.acceptedAt &&
        (state === 'owed' || state === 'failed') &&
        ibanChanges.every((one) => one.state !== 'waiting'),
    );
    if (ready.length === 0) return;
    const body = dice.happens(0.5) ? {} : { bounties: [dice.pick(ready).id] };
    await post('/api/bounties/payouts', body, { act: { kind: 'create-payout', facts: {} } });
  };

  const carryToBank = async (payout: PayoutSeen): Promise<void> => {
    const facts = { payout: payout.id };
    if (payout.state === 'made') {
      if (desk.cancelsLeft > 0 && !life.isCalm() && dice.happens(0.3)) {
        const reason = reasonOf('A wrong date');
        const act = { kind: 'cancel-payout', facts: { ...facts, reason } } as const;
        const { outcome } = await post(
          `/api/bounties/payouts/${payout.id}/cancellation`,
          { reason, notSent: true },
          { act },
        );
        if (outcome === 'ok') desk.cancelsLeft -= 1;
        return;
      }
      const act = { kind: 'send-payout', facts } as const;
      const { outcome } = await operator.ask('POST', `/api/bounties/payouts/${payout.id}/sending`, { act });
      // Only what the shop has as sent goes to the bank: so it cannot be cancelled any more.
      if (outcome !== 'ok') return;
    }
    if (bank.given.has(payout.id) && !dice.happens(0.1)) return;
    const act = { kind: 'download-payout', facts } as const;
    const { body, outcome } = await operator.ask<string>('GET', `/api/bounties/payouts/${payout.id}/file`, { act });
    const xml = outcome === 'ok' && typeof body === 'string' ? desk.carry(body) : null;
    if (xml !== null) await bank.submit(payout.id, xml);
  };

  const takeIn = async (): Promise<void> => {
    const waiting = bank.papers.filter(({ copies }) => copies > 0);
    if (waiting.length === 0) return;
    const paper = dice.pick(waiting);
    const form = (plan?: string) => {
      const fields = new FormData();
      if (plan) fields.append('plan', plan);
      fields.append('file', new Blob([paper.xml], { type: 'application/xml' }), 'answer.xml');
      return fields;
    };
    const preview = dice.happens(0.3)
      ? await operator.ask<{ plan: string }>('POST', '/api/bounties/bank-files/preview', { body: form() })
      : null;
    const { outcome } = await operator.ask('POST', '/api/bounties/bank-files', {
      body: form(preview?.body?.plan),
      act: { kind: 'import', facts: { sha256: paper.sha256 } },
    });
    if (outcome === 'ok') paper.copies -= 1;
  };

  /** Sees on the bank's own screen that a transfer is done, and says so before its answer is read. */
  const readScreen = async (payouts: readonly PayoutSeen[]): Promise<void> => {
    const done = new Set(bank.standing().map(({ endToEndId }) => endToEndId));
    for (const payout of payouts) {
      const payment = payout.payments.find(({ state, endToEndId }) => state === 'exported' && done.has(endToEndId));
      if (!payment) continue;
      const act = { kind: 'settle', facts: { payment: payment.id, outcome: 'paid' } } as const;
      await post(`/api/bounties/payouts/${payout.id}/payments/${payment.id}/settlement`, { outcome: 'paid' }, { act });
      return;
    }
  };

  const confirmAccounts = async (bounties: readonly BountySeen[]): Promise<void> => {
    for (const bounty of bounties) {
      const change = bounty.ibanChanges.find(({ state }) => state === 'waiting');
      if (!change) continue;
      const act = { kind: 'approve-iban', facts: { bounty: bounty.id, change: change.id } } as const;
      await operator.ask('POST', `/api/bounties/${bounty.id}/iban-changes/${change.id}/approval`, { act });
    }
  };

  const turn = async () => {
    const [rounds, bounties, payouts] = await Promise.all([
      operator.get<{ items: RoundSeen[] }>('/api/rounds'),
      operator.get<{ items: BountySeen[] }>('/api/bounties'),
      operator.get<{ items: PayoutSeen[] }>('/api/bounties/payouts'),
    ]);
    const things: (() => Promise<unknown>)[] = [];
    for (const round of rounds?.items ?? []) {
      if (['voting', 'final', 'frozen', 'counted'].includes(round.phase)) things.push(() => workOnRound(round));
    }
    if (bounties?.items.length) things.push(() => pay(bounties.items));
    if (bounties?.items.some((one) => one.ibanChanges.some(({ state }) => state === 'waiting'))) {
      if (dice.happens(0.3) || life.isCalm()) things.push(() => confirmAccounts(bounties.items));
    }
    for (const payout of payouts?.items ?? []) {
      if (payout.state === 'made' || (payout.state === 'sent' && (!bank.given.has(payout.id) || dice.happens(0.05)))) {
        things.push(() => carryToBank(payout));
      }
    }
    if (bank.papers.some(({ copies }) => copies > 0)) things.push(takeIn, takeIn);
    if (payouts && dice.happens(0.1)) things.push(() => readScreen(payouts.items));
    for (const thing of dice.shuffle(things)) {
      if (life.isOver()) return;
      await thing();
      await sleep(dice.between(0, 60));
    }
  };
  return goOn(life, () => dice.between(150, 500), turn);
}
