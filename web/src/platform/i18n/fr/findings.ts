import { pluralFr } from '../plural.ts';

type Method = 'screen' | 'digital';

/** What the pre-flight report says: the fact and its figure, what it means on cotton, how to mend it. */
export const findings = {
  mend: 'À faire :',
  other: 'Autre point',
  file: {
    title: (format: string, pixels: string) => `${format}, ${pixels} px`,
    text: (size: string) => `${size}, tout convient.`,
  },
  format: {
    title: 'Pas une image que nous prenons',
    text: 'Le contenu n’est ni PNG, ni JPEG, ni WebP, quel que soit le nom du fichier.',
    is: (name: string) => `C’est un fichier ${name}. Nous prenons le PNG, le JPEG et le WebP.`,
    kinds: {
      heic: { name: 'HEIC', mend: 'photo' },
      avif: { name: 'AVIF', mend: 'photo' },
      tiff: { name: 'TIFF', mend: 'any' },
      gif: { name: 'GIF', mend: 'any' },
      bmp: { name: 'BMP', mend: 'any' },
      psd: { name: 'Photoshop', mend: 'layers' },
      xcf: { name: 'GIMP', mend: 'layers' },
      clip: { name: 'Clip Studio', mend: 'layers' },
      affinity: { name: 'Affinity', mend: 'vector' },
      pdf: { name: 'PDF', mend: 'vector' },
      eps: { name: 'EPS', mend: 'vector' },
      svg: { name: 'SVG', mend: 'vector' },
      zip: { name: 'ZIP, Procreate ou Krita', mend: 'layers' },
    } as Readonly<Record<string, { name: string; mend: 'any' | 'photo' | 'layers' | 'vector' }>>,
    mend: {
      any: 'Exportez-le en PNG depuis votre logiciel. Un fichier renommé reste ce qu’il est.',
      photo:
        'Exportez l’image en PNG ou en JPEG. iPhone : choisissez-la dans Photos, elle arrive en JPEG. Mac : Aperçu, Fichier, Exporter.',
      layers:
        'Exportez-en une image PNG. Photoshop : Fichier, Exporter, Exportation rapide au format PNG. GIMP, Krita : Fichier, Exporter, en .png. Procreate : Actions, Partager, PNG.',
      vector:
        'Exportez-en une image PNG à 300 dpi, fond transparent. Illustrator : Exporter pour les écrans, 300 ppp. Inkscape, Affinity : Fichier, Exporter.',
    },
  },
  broken: {
    title: 'Image illisible',
    text: 'Elle ne se lit pas jusqu’au bout.',
    mend: 'Exportez-la de nouveau, puis ouvrez-la une fois avant de la déposer.',
  },
  file_size: {
    title: 'Fichier trop lourd',
    text: (size: string, most: string) => `Il pèse ${size}, la limite est de ${most}.`,
    mend: 'Exportez-le en PNG compressé, sans calques ni aperçu.',
  },
  side_too_long: {
    title: 'Un côté trop long',
    text: (pixels: string, most: string) => `${pixels} px. Un côté fait ${most} px au plus.`,
    mend: 'Réduisez l’image, ou rognez le vide autour du motif.',
  },
  too_many_pixels: {
    title: 'Trop de pixels',
    text: (pixels: string, most: string) => `${pixels} millions de pixels. Maximum ${most} millions.`,
    mend: (pixels: string) => `${pixels} px suffisent pour toute la zone à 300 dpi.`,
  },
  too_small: {
    title: 'Image trop petite',
    text: (pixels: string, least: string) => `${pixels} px. Il faut au moins ${least} px de côté.`,
    mend: 'Repartez de l’original, plus grand. Agrandir un petit fichier n’y ajoute aucun détail.',
  },
  blank: {
    title: 'Image vide',
    text: 'Tous les pixels sont transparents.',
    mend: 'Vérifiez que vos calques sont visibles, puis exportez de nouveau.',
  },
  resolution: {
    title: (dpi: string) => `${dpi} dpi à la taille d’impression`,
    ok: (good: string) => `Il en faut ${good}.`,
    warn: (good: string, size: string) =>
      `En dessous de ${good}, les bords s’adoucissent sur le tissu. Ce fichier est net jusqu’à ${size}.`,
    mend: (pixels: string) =>
      `Imprimez-le plus petit, ou exportez depuis l’original à ${pixels} px. Illustrator : Exporter pour les écrans, 300 ppp. Procreate : un canevas à 300 dpi dès le départ.`,
    enlarged: {
      title: 'Rien de vraiment net',
      text: (dpi: string, sharp: string, size: string) =>
        `Le fichier a ${dpi} dpi, mais aucun bord n’y est plus net qu’à ${sharp} dpi : il a été agrandi, ou il est flou partout. Il est net jusqu’à ${size}.`,
      mend: 'Repartez de l’original, à sa vraie taille. Agrandir un petit fichier n’y ajoute aucun détail.',
    },
    table: 'Taille imprimée selon la finesse',
    dpi: (dpi: string) => `${dpi} dpi`,
    grades: { best: 'chaque détail', good: 'net', least: 'un peu doux' },
    fills: { both: 'toute la zone', width: 'toute la largeur', height: 'toute la hauteur' },
    largest: (size: string) => `La plus grande bonne taille : ${size}.`,
    draw: 'Dessiner ces tailles sur la feuille',
    onSheet: 'Ces tailles sont dessinées sur la feuille.',
  },
  transparency: {
    ok: 'Fond transparent',
    okText: (share: string) => `Le dessin couvre ${share} du fichier.`,
    opaque: 'Fond plein',
    jpegText: 'Un JPEG n’a pas de fond transparent : le dessin s’imprime en rectangle plein.',
    opaqueText: 'Aucun pixel n’est transparent : le dessin s’imprime en rectangle plein.',
    mend: 'Si le rectangle n’est pas voulu, masquez le calque de fond et exportez en PNG.',
  },
  background: {
    ok: 'Pas de fond oublié',
    title: 'Un fond uni tout autour',
    text: (percent: string) =>
      `${percent} de la surface est d’une seule couleur, jusqu’aux quatre bords. Elle s’imprimerait aussi, en rectangle plein.`,
    mend: 'Si ce fond est un reste, masquez-le et exportez en PNG. Procreate : décochez Couleur de fond. Photoshop, GIMP : baguette magique, puis Supprimer.',
  },
  shape: {
    ok: (share: string) => `${share} de la zone occupée`,
    okText: (size: string) => `${size} à l’impression.`,
    warn: 'Forme très allongée',
    warnText: (size: string, share: string) => `Il s’imprime sur ${size} : ${share} de la zone.`,
    mend: 'Si vous le vouliez plus grand, recomposez-le dans le format de la zone.',
  },
  empty_margin: {
    ok: 'Cadré au plus juste',
    okText: (size: string) => `Le motif fait ${size} sur le tissu.`,
    title: 'Beaucoup de vide autour',
    text: (percent: string, size: string) =>
      `${percent} du fichier est vide : le motif ne ferait que ${size} sur le tissu.`,
    mend: 'Pour l’imprimer plus grand, rognez au bord du motif. Photoshop : Image, Rognage. GIMP : Image, Rogner selon le contenu. Illustrator : ajustez le plan de travail à l’illustration.',
  },
  edge: {
    ok: 'Marges respectées',
    okText: (nearest: string, least: string) => `${nearest} au plus près du bord. Minimum ${least}.`,
    title: 'Trop près du bord',
    text: (nearest: string, least: string) =>
      `Le motif vient à ${nearest} du bord de la zone. En dessous de ${least}, il risque d’être coupé : un tissu ne se pose jamais au millimètre.`,
    mend: (mm: string, px: string) => `Rentrez le motif de ${mm}, soit ${px} px, ou agrandissez le canevas d’autant.`,
  },
  halo: {
    ok: 'Bords nets',
    title: 'Bords flous',
    text: {
      screen: (percent: string) =>
        `${percent} du dessin est à demi transparent. Un écran laisse passer l’encre ou non : sur le coton, ce flou devient un bord sale.`,
      digital: (percent: string) =>
        `${percent} du dessin est à demi transparent. Sur le coton, l’encre y laisse voir le tissu et fait un halo.`,
    } satisfies Record<Method, (percent: string) => string>,
    mend: 'Retirez ombres portées, lueurs et flous, ou remplacez-les par une trame. GIMP : Calque, Transparence, Seuil alpha. Procreate : un pinceau à bord dur.',
  },
  strays: {
    ok: 'Aucun grain isolé',
    title: (count: string, plural: number) =>
      `${count} ${pluralFr(plural, { one: 'grain isolé', other: 'grains isolés' })}`,
    text: (largest: string, plural: number) =>
      plural === 1
        ? `Il fait ${largest}. À l’écran il se devine à peine ; sur le coton, c’est une tache.`
        : `Le plus gros fait ${largest}. À l’écran ils se devinent à peine ; sur le coton, ce sont des taches.`,
    mend: 'Posez un calque de couleur vive sous le dessin : ils sautent aux yeux. Gommez-les, puis retirez le calque.',
  },
  thin_lines: {
    ok: 'Traits assez épais',
    okText: (least: string) => `${least} au moins.`,
    title: 'Traits trop fins',
    titleGaps: 'Blancs trop étroits',
    text: {
      screen: (thinnest: string, least: string) =>
        `Les plus fins font ${thinnest}. En dessous de ${least}, l’encre ne passe pas l’écran : sur le coton, ils manqueraient.`,
      digital: (thinnest: string, least: string) =>
        `Les plus fins font ${thinnest}. En dessous de ${least}, le coton boit l’encre et le trait s’efface.`,
    } satisfies Record<Method, (thinnest: string, least: string) => string>,
    gaps: (gap: string, least: string) =>
      `Entre deux traits, il reste ${gap}. En dessous de ${least}, l’encre ferme le blanc.`,
    mend: (least: string, px: string) =>
      `${least} font ${px} px dans ce fichier. Illustrator : Contour, ${least} au moins. Procreate : un pinceau de ${px} px. Photoshop, GIMP : Sélection, Agrandir, puis remplir.`,
  },
  inks: {
    ok: (count: string, plural: number, most: string) =>
      `${count} ${pluralFr(plural, { one: 'encre', other: 'encres' })}, ${most} possibles`,
    digital: (count: string, plural: number) =>
      `${count} ${pluralFr(plural, { one: 'couleur', other: 'couleurs' })} en aplat`,
    photo: 'Une image photographique',
    photoDigital: 'L’impression numérique rend ses dégradés tels quels.',
    photoScreen: (most: string) =>
      `Ses teintes ne se comptent pas. En sérigraphie chaque encre a son écran : il n’y en a que ${most}.`,
    photoMend: (most: string) =>
      `Ramenez-la à ${most} aplats, ou à une trame de points. Photoshop : Image, Réglages, Isohélie. GIMP : Couleurs, Postériser.`,
    title: (count: string, most: string) => `${count} encres, ${most} possibles`,
    text: (most: string) => `Une encre, c’est un écran et un passage. L’atelier en fait ${most} au plus.`,
    mend: (most: string) =>
      `Réunissez les teintes voisines ou passez un dégradé en trame. Illustrator : Édition, Redéfinir les couleurs. Photoshop, GIMP : Mode, Couleurs indexées, ${most}.`,
    overprints: (count: string, plural: number) =>
      `Et ${count} ${pluralFr(plural, { one: 'surimpression', other: 'surimpressions' })}, sans encre de plus.`,
    coverage: 'Part de la surface encrée :',
  },
  contrast: {
    ok: (fabric: string) => `Ressort sur ${fabric}`,
    title: (fabric: string) => `Se perd sur ${fabric}`,
    text: (percent: string) =>
      `${percent} du dessin est presque de la couleur du tissu : sur le coton, cela disparaît.`,
    mend: 'Choisissez un autre tissu, ou cernez le motif d’un trait qui tranche.',
  },
  colour: {
    spaces: {
      srgb: 'sRGB',
      'display-p3': 'Display P3',
      'adobe-rgb': 'Adobe RGB',
      'prophoto-rgb': 'ProPhoto RGB',
      cmyk: 'CMJN',
      grey: 'niveaux de gris',
    } as Record<string, string>,
    unknown: 'un profil particulier',
    ok: (space: string) => `Couleurs en ${space}`,
    converted: 'Converties en sRGB, rien ne se perd.',
    sixteen: '16 bits par couche, ramenés à 8 pour l’impression.',
    title: 'Des couleurs trop vives pour sRGB',
    text: (percent: string, space: string) =>
      `Le fichier est en ${space}. ${percent} de ses couleurs n’existent pas en sRGB : elles seront un peu plus sourdes, ici comme sur le coton.`,
    cmyk: 'Le fichier est en CMJN, fait pour le papier. Converti en sRGB, ses teintes peuvent bouger.',
    cmykTitle: 'Couleurs en CMJN',
    mend: 'Convertissez en sRGB et regardez si cela vous plaît. Photoshop : Édition, Convertir en profil. GIMP : Image, Gestion des couleurs. Procreate : un canevas en sRGB.',
  },
  places: {
    show: (count: number) => (count === 1 ? 'Voir l’endroit de près' : `Voir les ${count} endroits de près`),
    hide: 'Ranger la loupe',
    onSheet: (number: number) => `Point ${number}, sur l’image`,
    loupe: 'Loupe',
    scale: (cm: string) => `La loupe montre ${cm}.`,
    at: (nth: number, count: number, where: string) =>
      count === 1 ? `Un endroit, ${where}.` : `Endroit ${nth} sur ${count}, ${where}.`,
    previous: 'Endroit précédent',
    next: 'Endroit suivant',
    all: (wheres: string) => `Où : ${wheres}.`,
    whole: 'sur presque toute l’image',
    where: {
      top: { left: 'en haut à gauche', middle: 'en haut au milieu', right: 'en haut à droite' },
      middle: { left: 'à gauche', middle: 'au centre', right: 'à droite' },
      bottom: { left: 'en bas à gauche', middle: 'en bas au milieu', right: 'en bas à droite' },
    },
  },
};
