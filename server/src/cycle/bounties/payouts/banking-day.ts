const DAY = 86_400_000;

/** The next day after `date` (`2026-12-24`) on which the banks of the euro settle transfers. */
export function nextBankingDay(date: string): string {
  let day = Date.parse(`${date}T00:00:00Z`) + DAY;
  while (!isBankingDay(new Date(day))) day += DAY;
  return new Date(day).toISOString().slice(0, 10);
}

/** Of `2026-12-24`. */
export function isBankingDate(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return day.toJSON()?.slice(0, 10) === date && isBankingDay(day);
}

/** Monday to Friday, without the days on which the euro's settlement system (T2) is closed. */
function isBankingDay(day: Date): boolean {
  const weekday = day.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (['01-01', '05-01', '12-25', '12-26'].includes(day.toISOString().slice(5, 10))) return false;
  const sinceEaster = (day.getTime() - easterSunday(day.getUTCFullYear())) / DAY;
  return sinceEaster !== -2 && sinceEaster !== 1;
}

/** Easter of the Gregorian calendar, after the arithmetic of Meeus, Jones and Butcher. */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * shift + 114;
  return Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1);
}
