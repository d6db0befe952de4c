/** What a shirt can be. Ids stand in the database, and sizes in sealed ballots too: never rename one. */

/** `dark` fabrics need light ink, and no overprinting shows on them. */
export const fabrics = {
  blanc: { hex: '#f5f4ef', nameFr: 'Écru', nameEn: 'Off-white', dark: false },
  creme: { hex: '#f2e7d0', nameFr: 'Crème', nameEn: 'Cream', dark: false },
  gris: { hex: '#c9c8ca', nameFr: 'Gris perle', nameEn: 'Pearl grey', dark: false },
  jaune: { hex: '#f5cf67', nameFr: 'Mimosa', nameEn: 'Mimosa', dark: false },
  rose: { hex: '#f6b9c4', nameFr: 'Dragée', nameEn: 'Sugared pink', dark: false },
  fraise: { hex: '#c72a3e', nameFr: 'Fraise', nameEn: 'Strawberry', dark: true },
  menthe: { hex: '#bfe0cc', nameFr: 'Menthe', nameEn: 'Mint', dark: false },
  sapin: { hex: '#215a41', nameFr: 'Sapin', nameEn: 'Fir green', dark: true },
  ciel: { hex: '#a9cfe6', nameFr: 'Glacier', nameEn: 'Glacier', dark: false },
  nuit: { hex: '#20294f', nameFr: 'Bleu nuit', nameEn: 'Midnight blue', dark: true },
  noir: { hex: '#232022', nameFr: 'Noir', nameEn: 'Black', dark: true },
} as const satisfies Record<string, { hex: string; nameFr: string; nameEn: string; dark: boolean }>;

export type FabricId = keyof typeof fabrics;

/** In the order in which a designer is offered them. */
export const fabricIds = Object.keys(fabrics) as readonly FabricId[];

/** From the smallest to the largest. */
export const sizes = ['XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'] as const;

export type Size = (typeof sizes)[number];

export const cuts = {
  straight: { nameFr: 'Coupe droite', nameEn: 'Straight cut' },
  fitted: { nameFr: 'Coupe ajustée', nameEn: 'Fitted cut' },
} as const satisfies Record<string, { nameFr: string; nameEn: string }>;

export type Cut = keyof typeof cuts;

export const cutIds = Object.keys(cuts) as readonly Cut[];

export function isFabricId(value: unknown): value is FabricId {
  return typeof value === 'string' && Object.hasOwn(fabrics, value);
}

export function isSize(value: unknown): value is Size {
  return (sizes as readonly unknown[]).includes(value);
}

export function isCut(value: unknown): value is Cut {
  return typeof value === 'string' && Object.hasOwn(cuts, value);
}
