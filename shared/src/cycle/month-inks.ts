/** The ink of each month, January first, as paper and pictures print it: on them there is no dark theme. */
const monthInks = [
  '#a9d3f2',
  '#ffb7c5',
  '#b9dfa0',
  '#ffd84d',
  '#8fc4ec',
  '#f7a6d0',
  '#6fd0c5',
  '#ffb04a',
  '#c9bdf2',
  '#ff9f8a',
  '#ffc83d',
  '#8fd0a8',
] as const;

/** `#rrggbb`, of a month from 1 to 12. */
export function monthInk(month: number): string {
  return monthInks[month - 1] ?? monthInks[10];
}
