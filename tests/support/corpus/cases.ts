import type { RefusalReason } from '@fraisier/shared/cycle/submission-rules.ts';
import type { ProblemCode } from '@fraisier/shared/http/problems.ts';

/** A file, and what becomes of it: a design, a problem as the answer to its upload, or a refusal after its check. */
export interface Case {
  readonly file: () => Buffer | Promise<Buffer>;
  readonly ends: Verdict;
  /** As the client calls it and declares it. */
  readonly name?: string;
  readonly type?: string;
  /** Its pictures are made and looked through. Of the others it is enough that they can be made. */
  readonly isDrawn?: true;
}

export type Verdict = 'a design' | ProblemCode | `refused: ${RefusalReason}`;
export type Cases = Readonly<Record<string, Case>>;

/** Stands in everything that must not come out again. */
export const SENTINEL = 'Fra1s1er-S3nt1nel';
