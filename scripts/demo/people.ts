import { designs } from './art.ts';

export type Locale = 'fr' | 'en';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** `Élodie Marchand` → `elodie.marchand@fraisier.test`. The domain can never receive mail (RFC 2606). */
export function emailOf(name: string): string {
  const local = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[’']/g, '')
    .trim()
    .replace(/\s+/g, '.');
  return `${local}@fraisier.test`;
}

const englishReaders = new Set(['Oskar Lindgren', 'Ragnhild Moe']);

/** An account for each author of a demo design. */
export const authors: readonly DemoPerson[] = [...new Set(designs.map((design) => design.author))].map((name) => ({
  name,
  email: emailOf(name),
  locale: englishReaders.has(name) ? 'en' : 'fr',
}));

const firstNames =
  `Adèle Adrien Agnès Aïcha Alban Alice Amandine Amine Anaïs Antonin Aurore Baptiste Bérénice Boris Bruno Capucine
  Cécile Chloé Clara Cyril Damien Daphné Diane Driss Édith Élise Emma Étienne Fanny Fatou Félix Florent Gaëlle Guillaume
  Hanaé Hugo Ibrahim Ilan Jade Jeanne Joachim Joséphine Juliette Kenza Khalil Laurent Léonie Lilian Louise Loïc Ludovic
  Madeleine Malo Manon Margaux Martin Mehdi Mélanie Minh Moussa Myriam Nicolas Nina Ousmane Pablo Perrine Philippine
  Quentin Rachid Raphaël Rosalie Samuel Sarah Sébastien Simone Sofiane Sophie Tanguy Thomas Ulysse Valentine Victoire
  Violette William Xavier Yasmine Yvonne Zoé`.split(/\s+/);

const lastNames =
  `Abadie Allard Amrani Arnaud Barbier Bellanger Bertin Besson Blondel Bonnin Bouchard Boulanger Bourgeois Camara
  Caron Charpentier Chevalier Collet Cordier Coste Courtois Da-Silva Delaunay Deschamps Diallo Didier Dufour Dumas
  Duval Essaïdi Fabre Ferreira Fontaine Gaillard Garcia Gauthier Germain Girault Guérin Hamel Hervé Hoarau Huet Imbert
  Jacquemin Jourdan Klein Labbé Lacombe Lambert Langlois Lebrun Lefèvre Lemoine Leroux Lopez Mahé Mallet Marchal Martel
  Masson Mercier Millet Moreau Navarro Nguyen Noël Ollier Pasquier Pelletier Perrot Pichon Poirier Prévost Quentel
  Rahmani Renaud Rivière Rousset Sabatier Sanchez Schmitt Tanguy-Roy Tessier Thibault Traoré Vallet Verdier Weber
  Zemmouri`.split(/\s+/);

const englishNames = [
  'Hannah Whitfield',
  'Tom Ashworth',
  'Priya Nair',
  'Callum Reid',
  'Grace Okafor',
  'Ewan Mackie',
  'Nell Hartley',
  'Rory Flanagan',
  'Beth Llewellyn',
  'Idris Cole',
];

const voterCount = 240;
const oneInEnglish = voterCount / englishNames.length;

function voterName(index: number): string {
  const english = index % oneInEnglish === 5 ? englishNames[Math.floor(index / oneInEnglish)] : undefined;
  if (english) return english;
  // Two strides without a common divisor with the lists' lengths, so that no pair of names comes twice.
  const first = firstNames[(index * 37) % firstNames.length]!;
  const last = lastNames[(index * 61 + Math.floor(index / lastNames.length)) % lastNames.length]!;
  return `${first} ${last.replace('-', ' ')}`;
}

/** Those who vote and nothing else, beside the cast. `ratingOf` in voter-model.ts takes their index in this list. */
export const voters: readonly DemoPerson[] = Array.from({ length: voterCount }, (_, index) => {
  const name = voterName(index);
  return { name, email: emailOf(name), locale: index % oneInEnglish === 5 ? 'en' : 'fr' };
});
