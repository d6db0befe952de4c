/** A failure that one sentence explains: the scripts print the sentence and no stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}

/** Prints a failure, plainly where it explains itself, and leaves with 1. */
export function fail(error: unknown): never {
  if (error instanceof PlainError) console.error(`\n${error.message}`);
  else console.error(error);
  process.exit(1);
}
