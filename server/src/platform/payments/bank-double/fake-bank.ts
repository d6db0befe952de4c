import { createHash } from 'node:crypto';
import { type BankOrder, type OrderedTransfer, readOrder } from './read-order.ts';
import { type Entry, type Said, type TransferStatus, writeEntries, writeStatus } from './write-answers.ts';

/** A transfer that the bank carried out: money that is gone, and what came back of it. */
export interface Executed extends OrderedTransfer {
  readonly messageId: string;
  readonly reference: string;
  readonly bookedOn: string;
}

/**
 * A bank for the demo, the tests and the chaos: it reads a file strictly, takes each message once, keeps a list of its
 * own of what it carried out, and writes the answers that banks write. It knows nothing of the shop's database.
 */
export class FakeBank {
  /** Every transfer that it carried out, in order: what the shop is held against. */
  readonly executed: Executed[] = [];
  readonly entries: Entry[] = [];
  private readonly taken = new Map<string, BankOrder>();
  private readonly waiting: { order: BankOrder; transfer: OrderedTransfer }[] = [];
  private readonly closed = new Map<string, string>();
  private messages = 0;
  private readonly ofShop: string | null;

  /** The shop's account; without it, that of the first file. */
  constructor(ofShop: string | null = null) {
    this.ofShop = ofShop;
  }

  /** From now on this account is closed, or whatever the reason says. */
  close(iban: string, reason = 'AC04'): void {
    this.closed.set(iban, reason);
  }

  open(iban: string): void {
    this.closed.delete(iban);
  }

  /** Takes a file. Gives the status report; a message that it has already is refused as a duplicate. */
  async submit(xml: string, version: '03' | '10' = '10'): Promise<string> {
    const order = await readOrder(xml);
    const said = this.say(order.executeOn);
    if (this.taken.has(order.messageId))
      return writeStatus(said, order, { status: 'RJCT', reason: 'DU01' }, [], version);
    this.taken.set(order.messageId, order);
    if (order.faults.length > 0) {
      const reason = order.faults[0]!.slice(0, 4);
      return writeStatus(said, order, { status: 'RJCT', reason }, [], version);
    }
    const statuses = order.transfers.map((transfer): TransferStatus => {
      const reason = this.closed.get(transfer.iban);
      if (reason) return { transfer, status: 'RJCT', reason };
      this.waiting.push({ order, transfer });
      return { transfer, status: 'ACSP' };
    });
    const refused = statuses.some(({ status }) => status === 'RJCT');
    return writeStatus(said, order, { status: refused ? 'PART' : 'ACSP' }, statuses, version);
  }

  /** Carries out what waits. Gives the notification of it. */
  execute(version: '02' | '08' = '08'): string {
    const done = this.waiting.splice(0);
    const entries = done.map(({ order, transfer }) => this.carryOut(order, transfer));
    return writeEntries('camt.054', this.say(entries[0]?.bookedOn), this.account(), entries, version);
  }

  /** Sends a transfer back that was carried out. Gives the notification of it. */
  giveBack(endToEndId: string, reason = 'AC04'): string {
    const executed = this.executed.find((one) => one.endToEndId === endToEndId);
    if (!executed) throw new Error(`${endToEndId} was not carried out`);
    const entry = returnOf(executed, reason);
    this.entries.push(entry);
    return writeEntries('camt.054', this.say(entry.bookedOn), this.account(), [entry]);
  }

  /** All that happened on the account, and the rent. */
  statement(version: '02' | '08' = '08'): string {
    const rent: Entry = {
      direction: 'DBIT',
      reference: 'LOYER-ATELIER',
      bookedOn: this.entries[0]?.bookedOn ?? '2026-12-01',
      amountCents: 140_000,
      endToEndId: 'LOYER-12',
      iban: null,
      name: 'Regie immobiliere',
      messageId: null,
    };
    return writeEntries('camt.053', this.say(rent.bookedOn), this.account(), [rent, ...this.entries], version);
  }

  private carryOut(order: BankOrder, transfer: OrderedTransfer): Entry {
    const entry = debitOf(order, transfer);
    this.executed.push({
      ...transfer,
      messageId: order.messageId,
      reference: entry.reference,
      bookedOn: order.executeOn,
    });
    this.entries.push(entry);
    return entry;
  }

  private account(): string {
    return this.ofShop ?? [...this.taken.values()][0]?.debtor ?? '';
  }

  private say(day = '2026-12-01'): Said {
    this.messages += 1;
    return { messageId: `BANK-${String(this.messages).padStart(6, '0')}`, at: `${day}T09:30:00+01:00` };
  }
}

/** The same transfer has the same reference wherever the bank tells of it. */
export function debitOf(order: BankOrder, transfer: OrderedTransfer): Entry {
  return {
    direction: 'DBIT',
    reference: referenceOf(order.messageId, transfer.endToEndId, 'debit'),
    bookedOn: order.executeOn,
    amountCents: transfer.amountCents,
    endToEndId: transfer.endToEndId,
    iban: transfer.iban,
    name: transfer.name,
    messageId: order.messageId,
  };
}

export function returnOf(executed: Executed, reason: string): Entry {
  return {
    direction: 'CRDT',
    reference: referenceOf(executed.messageId, executed.endToEndId, 'return'),
    bookedOn: executed.bookedOn,
    amountCents: executed.amountCents,
    endToEndId: executed.endToEndId,
    iban: executed.iban,
    name: executed.name,
    messageId: null,
    reason,
  };
}

function referenceOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 24).toUpperCase();
}
