/** Until when a provisional result may be contested. */
export function appealsEnd(countedAt: string, appealHours: number): string {
  return new Date(Date.parse(countedAt) + appealHours * 3_600_000).toISOString();
}
