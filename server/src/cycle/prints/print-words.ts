import { colourName } from '@fraisier/shared/cycle/colour-names.ts';
import { cuts, fabrics, isCut, isFabricId } from '@fraisier/shared/cycle/garments.ts';
import { meshHint } from '@fraisier/shared/cycle/separations/press-rules.ts';
import type { Plate } from '../../platform/images/images.ts';
import type { PrintFacts, Unseparated } from './print-facts.ts';

export type Language = 'fr' | 'en';
type Words = Readonly<Record<Language, string>>;

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** The papers speak French: the print shop does. The README says it in English too. */
export const fabricName = (id: string | null) => (isFabricId(id) ? fabrics[id].nameFr : (id ?? ''));
export const cutName = (id: string | null) => (isCut(id) ? cuts[id].nameFr : (id ?? ''));

/** `300`, `299,9` */
export function mm(value: number, lang: Language): string {
  return new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 2 }).format(value);
}

export function percent(share: number, lang: Language): string {
  const number = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 1 }).format(share * 100);
  return lang === 'fr' ? `${number}\u00a0%` : `${number}%`;
}

/** How large the print file is, and that its pixels are the designer's. */
export function pixelsText({ widthPx, heightPx, widthMm, heightMm, dpi }: PrintFacts, lang: Language): string {
  const size = `${widthPx} × ${heightPx}\u00a0pixels`;
  const area = `${mm(widthMm, lang)} × ${mm(heightMm, lang)}\u00a0mm`;
  return lang === 'fr'
    ? `${size}, ${dpi}\u00a0points par pouce, ${area}. Pixels du fichier déposé, sans rééchantillonnage.`
    : `${size}, ${dpi}\u00a0dots per inch, ${area}. Pixels of the uploaded file, not resampled.`;
}

/** Where the print is laid on the shirt. */
export function placeText({ place: { belowCollarMm, fromCentreMm } }: PrintFacts, lang: Language): string {
  const down = mm(belowCollarMm, lang);
  const across = mm(Math.abs(fromCentreMm), lang);
  if (lang === 'fr') {
    const middle =
      fromCentreMm === 0
        ? 'centré'
        : `son milieu à ${across}\u00a0mm à ${fromCentreMm > 0 ? 'droite' : 'gauche'} du centre, vu de face`;
    return `Devant, ${middle}. Le haut de l’impression à ${down}\u00a0mm sous la couture du col.`;
  }
  const middle =
    fromCentreMm === 0
      ? 'centred'
      : `its middle ${across}\u00a0mm to the ${fromCentreMm > 0 ? 'right' : 'left'} of the centre, as one looks at it`;
  return `On the front, ${middle}. The top of the print ${down}\u00a0mm below the seam of the collar.`;
}

const colours: Readonly<Record<PrintFacts['colours'], Words>> = {
  kept: {
    fr: 'Couleurs et profil ICC du fichier déposé. Sans profil, c’est du sRGB.',
    en: 'Colours and ICC profile of the uploaded file. Without a profile it is sRGB.',
  },
  grey: {
    fr: 'Le fichier déposé est en niveaux de gris : converti en sRGB, profil respecté.',
    en: 'The uploaded file is grey: taken to sRGB, its profile honoured.',
  },
  cmyk: {
    fr: 'Le fichier déposé est en CMJN : converti en sRGB, profil respecté.',
    en: 'The uploaded file is CMYK: taken to sRGB, its profile honoured.',
  },
};

export const colourText = (facts: PrintFacts, lang: Language): string => colours[facts.colours][lang];

const unseparated: Readonly<Record<Unseparated, Words>> = {
  digital: {
    fr: 'Pas de plaques : ce tirage s’imprime en numérique.',
    en: 'No plates: this run is printed digitally.',
  },
  photographic: {
    fr: 'Pas de plaques : des encres en aplat ne rendent pas cette image. Imprimez-la en numérique ; nous ne simulons pas de quadrichromie.',
    en: 'No plates: flat inks do not give this picture back. Print it digitally; we do not fake a four-colour process.',
  },
  no_inks: {
    fr: 'Pas de plaques : aucune encre n’a été relevée dans le fichier.',
    en: 'No plates: no ink was found in the file.',
  },
};

export const unseparatedText = ({ unseparated: why }: PrintFacts, lang: Language): string =>
  unseparated[why ?? 'digital'][lang];

/** `1/4, #f5f1e6, écru. Couvre 12,4 %. Aplat, maille 55 fils/cm.` */
export function plateText(plate: Plate, lang: Language): string {
  const { perCm, perInch } = meshHint(plate);
  const covers = percent(plate.coverage, lang);
  if (lang === 'fr') {
    const kind = plate.hex === null ? '' : plate.tonal ? 'Avec trame, maille' : 'Aplat, maille';
    return `${plateName(plate, lang)}. Couvre ${covers}. ${kind || 'Maille'} ${perCm}\u00a0fils/cm.`;
  }
  const kind = plate.hex === null ? '' : plate.tonal ? 'With halftones, mesh' : 'Flat, mesh';
  return `${plateName(plate, lang)}. Covers ${covers}. ${kind || 'Mesh'} ${perInch}\u00a0threads/inch.`;
}

/** `1/4, #f5f1e6, écru`, or the underbase. */
export function plateName({ place, of, hex }: Plate, lang: Language): string {
  if (hex === null) return lang === 'fr' ? `0/${of}, sous-couche, blanc` : `0/${of}, underbase, white`;
  return `${place}/${of}, ${hex}, ${colourName(hex)[lang]}`;
}
