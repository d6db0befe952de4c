/** What clients asked for that changes something. */
export type ActKind =
  | 'vote'
  | 'advance'
  | 'pass-over'
  | 'cancel-round'
  | 'close'
  | 'payee'
  | 'contract'
  | 'ask-iban'
  | 'approve-iban'
  | 'create-payout'
  | 'download-payout'
  | 'send-payout'
  | 'cancel-payout'
  | 'import'
  | 'settle'
  | 'order'
  | 'pay';

/** `failed`: the shop said no. `unknown`: it did not say, or said that it could not; it may have been done. */
export type Outcome = 'ok' | 'failed' | 'unknown';

export interface Act {
  readonly kind: ActKind;
  /** The member's id. */
  readonly who: string;
  /** What makes this act another one than the next: a round, a reason, a design and its stars. */
  readonly facts: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
  readonly status: number | null;
  /** The problem's, of a failed one. */
  readonly code: string | null;
  readonly answer: unknown;
}

/** All that clients did and what they were told, in the order of the answers. The shop never sees it. */
export class History {
  readonly acts: Act[] = [];

  add(act: Act): void {
    this.acts.push(act);
  }

  of(kind: ActKind, outcome?: Outcome): Act[] {
    return this.acts.filter((act) => act.kind === kind && (outcome === undefined || act.outcome === outcome));
  }

  count(outcome?: Outcome): number {
    return outcome === undefined ? this.acts.length : this.acts.filter((act) => act.outcome === outcome).length;
  }
}
