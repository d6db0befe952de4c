/** Who takes the buyers' money. The shop's own tables say what was paid; a provider only moves money and tells. */
export interface Payments {
  readonly provider: 'sandbox';
  /** Where the buyer pays. */
  payUrl(paymentId: string, locale: 'fr' | 'en'): string;
  /** Gives the money back. Asked again for the same payment it gives nothing more. */
  refund(payment: { id: string; amountCents: number }): Promise<void>;
}
