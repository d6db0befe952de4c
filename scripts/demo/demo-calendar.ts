const HOUR = 3_600_000;

/** What the demo's three rounds are called, and when they live. */
export interface DemoCalendar {
  /** What the shop's clock shows while one looks around: now, but never in the last days of a month. */
  readonly now: Date;
  readonly decided: string;
  readonly voting: string;
  readonly collecting: string;
}

/**
 * Gives the rounds of the demo around a moment. A month's last three and a half days would leave no time to vote: the
 * demo then stands a little before them.
 */
export function demoCalendar(realNow: Date, timeZone: string, votingEnds: (slug: string) => Date): DemoCalendar {
  const voting = slugOf(realNow, timeZone);
  const latest = new Date(votingEnds(voting).getTime() - 84 * HOUR);
  return {
    now: realNow < latest ? realNow : latest,
    decided: neighbour(voting, -1),
    voting,
    collecting: neighbour(voting, 1),
  };
}

function slugOf(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}`;
}

/** The slug so many months away. */
export function neighbour(slug: string, months: number): string {
  const [year = 0, month = 0] = slug.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
