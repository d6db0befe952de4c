import type { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';

/** All receipts of a ballot as one file: what the check page and the offline verifier read. */
export function receiptsFile({ round, ratings }: ResponseOf<typeof getBallot>): string {
  const receipts = ratings.map((rating) => rating.receipt);
  return `${JSON.stringify({ format: 'fraisier/receipts/v1', round, receipts }, null, 2)}\n`;
}
