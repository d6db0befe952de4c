/** The mark that follows a place's number: `er`, `re`, `e` in French; `st`, `nd`, `rd`, `th` in English. */
export function ordinalMark(lang: 'fr' | 'en', rank: number, gender: 'm' | 'f' = 'm'): string {
  if (lang === 'fr') return rank === 1 ? (gender === 'f' ? 're' : 'er') : 'e';
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  if (teen) return 'th';
  return ({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[rank % 10] ?? 'th';
}
