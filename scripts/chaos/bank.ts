import { createHash } from 'node:crypto';
import { FakeBank } from '@fraisier/server/platform/payments/bank-double/fake-bank.ts';
import type { Dice } from './dice.ts';
import type { Plan } from './plan.ts';

/** An answer of the bank that lies on the operators' desk, until it was taken in as often as there are copies of it. */
export interface Paper {
  readonly xml: string;
  readonly sha256: string;
  copies: number;
}

/** The bank, and the desk on which its answers lie, in no order and in several copies. It never sees the shop. */
export class Bank {
  readonly double = new FakeBank();
  readonly papers: Paper[] = [];
  /** Payouts that it was given, by their ids, with the file. */
  readonly given = new Map<string, string>();
  /** Every file that someone brought, with the account of each transfer in it. */
  submissions = 0;
  private waiting = 0;
  private returnsLeft: number;
  private readonly dice: Dice;

  constructor(plan: Plan, dice: Dice) {
    this.dice = dice;
    this.returnsLeft = plan.returns;
  }

  /** Takes a file; brought again, it refuses the copy. */
  async submit(payout: string, xml: string): Promise<void> {
    this.given.set(payout, xml);
    this.submissions += 1;
    this.waiting += 1;
    this.lay(await this.double.submit(xml));
  }

  /** A day at the bank: it carries out what waits, sends some of it back, and tells. */
  work(): void {
    if (this.waiting > 0) {
      const before = this.double.executed.length;
      const notification = this.double.execute();
      if (this.double.executed.length > before) this.lay(notification);
      this.waiting = 0;
    }
    const standing = this.standing();
    if (this.returnsLeft > 0 && standing.length > 1 && this.dice.happens(0.25)) {
      this.returnsLeft -= 1;
      this.lay(this.double.giveBack(this.dice.pick(standing).endToEndId, 'AC06'));
    }
    if (this.double.executed.length > 0 && this.dice.happens(0.2)) this.lay(this.double.statement());
  }

  /** All that happened, once more: after this nothing is unknown to whoever reads it. */
  tellAll(): void {
    this.lay(this.double.statement());
  }

  /** What left and did not come back. */
  standing(): FakeBank['executed'] {
    const back = new Set(
      this.double.entries.filter(({ direction }) => direction === 'CRDT').map(({ endToEndId }) => endToEndId),
    );
    return this.double.executed.filter(({ endToEndId }) => !back.has(endToEndId));
  }

  private lay(xml: string): void {
    const sha256 = createHash('sha256').update(xml).digest('hex');
    this.papers.push({ xml, sha256, copies: this.dice.between(1, 3) });
  }
}
