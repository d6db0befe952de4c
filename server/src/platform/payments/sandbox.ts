import type { Payments } from './payments.ts';

/**
 * A bank that answers what it is told, for a shop without a payment provider: the payer says on a page of ours whether
 * the bank agrees. No money exists, so a refund is done as soon as it is asked for.
 */
export function createSandbox(appUrl: string): Payments {
  return {
    provider: 'sandbox',
    payUrl: (paymentId, locale) => `${appUrl}/${locale}/pay/${paymentId}`,
    refund: () => Promise.resolve(),
  };
}
