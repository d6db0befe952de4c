/** Minutes until the next attempt, after the first, the second and so on. Some four days in all, as RFC 5321 advises. */
const minutes = [1, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720, 720, 720, 720, 720] as const;

export const MOST_ATTEMPTS = minutes.length + 1;

/** Minutes to wait after so many attempts; null when it has been tried often enough. */
export function minutesToWait(attempts: number): number | null {
  return minutes[attempts - 1] ?? null;
}
