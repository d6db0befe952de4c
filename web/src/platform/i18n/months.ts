/** `de novembre`, `d’octobre`. */
export function ofMonthFr(month: string): string {
  return /^[aâeéiouy]/.test(month) ? `d’${month}` : `de ${month}`;
}
