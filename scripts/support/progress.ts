/** Seconds since a moment, as people read them. */
export function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs a step and says, when it is done, what was done and how long it took. */
export async function timed<T>(work: () => Promise<T>, done: (result: T) => string | undefined): Promise<T> {
  const since = Date.now();
  const result = await work();
  const line = done(result);
  if (line) say(`${line} (${seconds(since)})`);
  return result;
}

/** One line of progress. */
export function say(line: string): void {
  console.log(`  ${line}`);
}
