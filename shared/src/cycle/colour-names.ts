import { colourDistance, oklab, rgbOf } from './artwork/oklab.ts';

/** A colour in everyday words: what people at a press call to each other. The hex is what counts. */
export interface ColourName {
  readonly fr: string;
  readonly en: string;
}

const named: readonly (readonly [hex: string, fr: string, en: string])[] = [
  ['#ffffff', 'blanc', 'white'],
  ['#f3eddf', 'écru', 'off-white'],
  ['#e9d9b8', 'sable', 'sand'],
  ['#c9a877', 'beige', 'beige'],
  ['#d0d0d0', 'gris clair', 'light grey'],
  ['#8c8c8c', 'gris', 'grey'],
  ['#4e4e4e', 'gris foncé', 'dark grey'],
  ['#141414', 'noir', 'black'],
  ['#f9c5cf', 'rose pâle', 'pale pink'],
  ['#f0709a', 'rose', 'pink'],
  ['#d6247a', 'fuchsia', 'magenta'],
  ['#f07a6a', 'corail', 'coral'],
  ['#d8202f', 'rouge', 'red'],
  ['#8e1b2c', 'bordeaux', 'burgundy'],
  ['#b5482a', 'brique', 'brick'],
  ['#f28c1e', 'orange', 'orange'],
  ['#f9bd8f', 'abricot', 'apricot'],
  ['#f6b921', 'jaune d’or', 'golden yellow'],
  ['#f7e33b', 'jaune', 'yellow'],
  ['#f8efa4', 'jaune pâle', 'pale yellow'],
  ['#c79a2c', 'ocre', 'ochre'],
  ['#8a5a34', 'brun', 'brown'],
  ['#4a3020', 'brun foncé', 'dark brown'],
  ['#b4c83a', 'vert anis', 'lime'],
  ['#7a8a3a', 'olive', 'olive'],
  ['#3fa34d', 'vert', 'green'],
  ['#1c5a3a', 'vert sapin', 'fir green'],
  ['#b9e2c8', 'vert d’eau', 'mint'],
  ['#1fa79b', 'turquoise', 'turquoise'],
  ['#1d6670', 'bleu canard', 'teal'],
  ['#a8d4ee', 'bleu ciel', 'sky blue'],
  ['#3f8fd6', 'bleu', 'blue'],
  ['#2246b0', 'bleu roi', 'royal blue'],
  ['#1c264d', 'bleu nuit', 'navy'],
  ['#c3b2e4', 'lilas', 'lilac'],
  ['#7a4bb0', 'violet', 'purple'],
  ['#43235f', 'aubergine', 'aubergine'],
];

const labs = named.map(([hex]) => oklab(rgbOf(hex)));

export function colourName(hex: string): ColourName {
  const lab = oklab(rgbOf(hex));
  const off = labs.map((one) => colourDistance(one, lab));
  const [, fr, en] = named[off.indexOf(Math.min(...off))]!;
  return { fr, en };
}
