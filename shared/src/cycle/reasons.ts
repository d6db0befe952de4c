/**
 * Why an act is refused, or what is wrong with a value: a word that the web translates, where it applies, and the
 * figure that explains it. Rules return every reason at once, so that nobody mends one thing only to meet the next.
 */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly field?: string;
  readonly detail?: string;
}
