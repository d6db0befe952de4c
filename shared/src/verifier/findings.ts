import type { Check } from './checks.ts';

export type Figures = Check['figures'];

/** What a check found: what is wrong, or what leaves it open; neither when it passed. */
export interface Finding {
  readonly figures?: Figures;
  readonly wrong?: string | null;
  readonly unsure?: string | null;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export async function finding(check: () => Promise<Figures>): Promise<Finding> {
  try {
    return { figures: await check() };
  } catch (error) {
    return { wrong: messageOf(error) };
  }
}
