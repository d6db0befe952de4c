/** Where the art stood: in whole mm from the shirt's centre line to its middle, from the top of the print area, and its width. */
export interface Place {
  readonly fromCentreMm: number;
  readonly topMm: number;
  readonly widthMm: number;
}

/** A design as its pictures showed it. Nothing recounts this: the shop's signature under the manifest stands for it. */
export interface ShownDesign {
  readonly id: string;
  readonly title: string;
  readonly isWinner: boolean;
  /** Null in bundles from before they said so; the place also where the picture's size was not known. */
  readonly fabric: string | null;
  readonly place: Place | null;
}

/** What `designs.json` says of each design, winners first. */
export function readShownDesigns(designs: string, winnerIds: readonly string[]): ShownDesign[] {
  const entries = JSON.parse(designs) as readonly { id: string; title: string; fabric?: unknown; place?: unknown }[];
  const shown = entries.map(({ id, title, fabric, place }) => ({
    id,
    title,
    isWinner: winnerIds.includes(id),
    fabric: typeof fabric === 'string' ? fabric : null,
    place: isPlace(place) ? place : null,
  }));
  return shown.sort((a, b) => Number(b.isWinner) - Number(a.isWinner));
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { fromCentreMm, topMm, widthMm } = value as Partial<Record<string, unknown>>;
  return [fromCentreMm, topMm, widthMm].every(Number.isSafeInteger);
}
