import art from './art/art.json' with { type: 'json' };

export interface DemoInk {
  readonly name: string;
  readonly hex: string;
}

export interface DemoDesign {
  /** Also the name of its file in art/svg. */
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** The code of the fabric it is shown on. */
  readonly fabric: string;
  readonly inks: readonly DemoInk[];
  readonly alt: string;
  readonly altEn: string;
  readonly story: string;
  /** What it was drawn from, as its author declares it. */
  readonly sources?: string;
}

export const designs: readonly DemoDesign[] = art;

const byId = new Map(designs.map((design) => [design.id, design]));

export function designOf(id: string): DemoDesign {
  const design = byId.get(id);
  if (!design) throw new Error(`No demo design is called ${id}`);
  return design;
}
