import type { Config } from '../../config.ts';
import type { Payments } from './payments.ts';
import { createSandbox } from './sandbox.ts';

/** The payment provider that the settings choose; without one, the sandbox. */
export function createPayments(config: Config): Payments {
  return createSandbox(config.appUrl);
}
