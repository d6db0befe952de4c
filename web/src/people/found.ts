import type { Contract } from '@fraisier/shared/http/contract.ts';
import type { ApiProblem } from '../platform/api.ts';
import type { Settled } from '../platform/query.ts';

/** What a page hands to a part of it: an answer on its way, there, or failed. */
export interface Found<C extends Contract> {
  readonly data: Settled<C> | undefined;
  readonly error: ApiProblem | null;
  refetch(): Promise<unknown>;
}
