import { colourName } from '@fraisier/shared/cycle/colour-names.ts';
import { meshHint } from '@fraisier/shared/cycle/separations/press-rules.ts';

export interface LabelledPlate {
  /** null: the underbase. */
  readonly hex: string | null;
  /** Place in the order of printing, and the last place; the underbase is 0. */
  readonly place: number;
  readonly of: number;
  /** The part of the art's rectangle that it covers, 0 to 1. */
  readonly coverage: number;
  readonly tonal: boolean;
}

/** What stands on a plate: what it is, then what it belongs to and how to make a screen of it, in both languages. */
export function plateLines(plate: LabelledPlate, order: { run: string; number: number }): [string, string, string] {
  const name = colourName(plate.hex ?? '#ffffff');
  const share = (plate.coverage * 100).toFixed(1);
  const mesh = meshHint(plate);
  return [
    plate.hex === null
      ? `0/${plate.of}  Sous-couche, underbase`
      : `${plate.place}/${plate.of}  ${plate.hex}  ${name.fr}`,
    `Tirage ${order.run}, impression ${order.number}. Couvre ${share.replace('.', ',')} %. Maille ${mesh.perCm} fils/cm pour commencer.`,
    `Run ${order.run}, print order ${order.number}, ${name.en}. Covers ${share}%. Mesh ${mesh.perInch} threads/inch to start with.`,
  ];
}
