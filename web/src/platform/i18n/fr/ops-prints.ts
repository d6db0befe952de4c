import type { PacketProblem } from '@fraisier/shared/contracts/prints.ts';
import { figuredFr as figured } from '../plural.ts';

/** Why pieces are not printed, or a delivery not taken. */
type PrintReasonCode =
  | 'nothing_to_print'
  | 'size_missing'
  | 'nothing_counted'
  | 'numbers_do_not_match'
  | 'numbers_not_awaited'
  | 'more_than_ordered'
  | 'ordered'
  | 'outstanding'
  | 'packet_failed'
  | 'packet_preparing';

const reasons: Record<PrintReasonCode, (detail: string) => string> = {
  nothing_to_print: () => 'Toutes les pièces vendues sont déjà commandées.',
  size_missing: (number) =>
    number === '1'
      ? 'La pièce nº 1 est celle de l’auteur : sa taille se choisit sur la page de la dotation.'
      : `La pièce nº ${number} n’a pas encore de taille ou de coupe.`,
  nothing_counted: () => 'Comptez une pièce au moins.',
  numbers_do_not_match: (count) => `Donnez exactement ${count} numéros différents, ou aucun.`,
  numbers_not_awaited: (numbers) => `Ces numéros ne sont pas attendus : ${numbers}.`,
  more_than_ordered: (counted) => `Bonnes et défectueuses font ${counted}, plus que le compte annoncé.`,
  ordered: (pieces) => `La commande ne compte que ${figured(`${pieces}`, 'pièce')}.`,
  outstanding: (count) => `Il n’en manque plus que ${count}.`,
  packet_failed: () => 'Le dossier n’a pas pu être fait.',
  packet_preparing: () => 'Le dossier se prépare encore.',
};

const problems: Record<PacketProblem, string> = {
  artwork_changed:
    'Le fichier gardé n’est pas celui qui a été voté. Rien ne s’imprime. Remettez l’original depuis une sauvegarde, puis refaites le dossier.',
  original_missing: 'Le fichier déposé ne se trouve pas dans le stockage. Le site réessaie de lui-même.',
  original_broken: 'Le fichier déposé ne se lit pas jusqu’au bout.',
  storage_full: 'Le stockage est plein. Faites de la place : le site réessaie de lui-même.',
  no_time: 'La machine a manqué de temps ou de mémoire. Le site réessaie de lui-même.',
  packet_changed: 'Le dossier gardé n’est plus celui qui a été fait. Il n’est pas donné. Refaites-le.',
  unknown: 'Le site réessaie de lui-même ; si cela dure, lisez le journal.',
};

export const opsPrints = {
  reasons,
  title: 'Imprimeur',
  subtitle: (pieces: string, count: number): string =>
    count === 0
      ? 'Rien à imprimer.'
      : count === 1
        ? 'Une pièce vendue attend l’impression.'
        : `${pieces} pièces vendues attendent l’impression.`,
  empty: 'Aucun tirage encore.',
  emptyHint: 'Un tirage naît à la clôture d’une récolte. Ses pièces vendues se commandent ici, taille par taille.',
  run: (slug: string) => `Tirage ${slug}`,
  sold: (sold: string, size: string) => `${figured(sold, 'vendue')} sur ${size}`,
  held: (held: string) => figured(held, 'retenue'),
  free: (free: string) => figured(free, 'libre'),
  need: 'À imprimer',
  sizes: 'Tailles à imprimer',
  wished: 'Je le porterais',
  total: 'Total',
  order: (pieces: string, count: number): string => (count === 1 ? 'Commander 1 pièce' : `Commander ${pieces} pièces`),
  leftOut: (count: number): string =>
    count === 1
      ? 'Une pièce vendue attend une autre commande.'
      : `${count} pièces vendues attendent une autre commande.`,
  orderTitle: 'Commander l’impression',
  orderText: (pieces: string, count: number, run: string) =>
    `${pieces} ${count === 1 ? 'pièce' : 'pièces'} du tirage ${run}, dans le fichier sur lequel on a voté. Les pièces vendues ensuite iront dans une autre commande.`,
  orderConfirm: 'Commander',
  ordered: (number: number) => `La commande nº ${number} est passée. Son dossier se prépare.`,
  orderedWithout: (number: number, count: number): string =>
    `La commande nº ${number} est passée, sans ${count === 1 ? 'une pièce' : `${count} pièces`}. Son dossier se prépare.`,
  orders: {
    title: 'Commandes d’impression',
    empty: 'Aucune commande encore.',
    name: (number: number) => `Commande nº ${number}`,
    of: (run: string, title: string) => `Tirage ${run}, ${title}`,
    orderedAt: (when: string) => `passée le ${when}`,
    deliveredAt: (when: string) => `Livrée le ${when}`,
    waiting: 'En attente de livraison',
    packet: {
      title: 'Dossier pour l’imprimeur',
      preparing:
        'Le dossier se prépare : fichier d’impression, feuille d’atelier, liste des pièces, une plaque par encre.',
      ready: 'Fichier d’impression, feuille d’atelier, liste des pièces, une plaque par encre.',
      readyWithout: 'Fichier d’impression, feuille d’atelier, liste des pièces.',
      failed: 'Le dossier n’a pas pu être fait.',
      problems,
      retry: 'Refaire le dossier',
      files: (count: number) => `Ce que contient le dossier : ${count} fichiers`,
      verify:
        'Le README donne aussi celles des autres fichiers. Recalculez-en une avec « sha256sum » : un seul point change, elle change.',
      pixels: 'Empreinte des pixels, dans le fichier déposé et le fichier d’impression',
      download: (size: string) => `Télécharger le dossier (${size})`,
      sha: 'Empreinte du dossier',
      artwork: 'Empreinte du dessin voté',
    },
    progress: (good: string, pieces: string) => `${figured(good, 'bonne')} sur ${pieces}`,
    defective: (count: string, number: number): string =>
      number === 1 ? '1 défectueuse, à commander de nouveau' : `${count} défectueuses, à commander de nouveau`,
    left: (count: string, number: number): string => (number === 1 ? 'il en manque 1' : `il en manque ${count}`),
    deliveries: 'Livraisons comptées',
    delivery: (good: string, defective: string, ordered: string) =>
      `${figured(good, 'bonne')}, ${figured(defective, 'défectueuse')}, ${figured(ordered, 'annoncée')}`,
  },
  proof: {
    title: 'Épreuve',
    open: 'Voir l’épreuve et les plaques',
    close: 'Fermer l’épreuve',
    none: 'Pas de plaques.',
    unseparated: {
      digital: 'Ce tirage s’imprime en numérique, dans ses propres couleurs.',
      photographic:
        'Des encres en aplat ne rendent pas cette image. Faites-la imprimer en numérique : le site ne simule pas de quadrichromie.',
      no_inks: 'Aucune encre n’a été relevée dans le fichier.',
    },
    sheet: (shown: number, of: number, title: string) => `${shown} plaques sur ${of}, l’une sur l’autre : ${title}`,
    ground: 'Fond',
    film: 'En film',
    plates: (count: number): string => (count === 1 ? 'Une plaque' : `${count} plaques, dans l’ordre d’impression`),
    underbase: 'sous-couche',
    covers: (share: string) => `couvre ${share}`,
    white: 'blanc sous les encres claires',
    tonal: 'avec trame',
    flat: 'aplat',
    mesh: (perCm: number, _perInch: number): string => `maille ${perCm} fils/cm`,
    hint: 'La maille est une suggestion pour commencer : l’imprimeur connaît ses écrans.',
    alone: 'Seule',
    all: 'Toutes les plaques',
    size: 'Taille imprimée',
    mm: (width: string, height: string) => `${width} × ${height} mm`,
    place: 'Place',
    placeOf: (below: string, across: string, side: 'left' | 'right' | null): string =>
      `${below} cm sous la couture du col, ${side === null ? 'centré' : `${across} cm à ${side === 'left' ? 'gauche' : 'droite'} du centre`}`,
    pixels: 'Fichier',
    pixelsOf: (width: string, height: string, dpi: number) =>
      `${width} × ${height} pixels, ${dpi} dpi, sans rééchantillonnage`,
    colours: 'Couleurs',
    coloursOf: {
      kept: 'celles du fichier déposé, profil compris',
      grey: 'du gris, converti en sRGB',
      cmyk: 'du CMJN, converti en sRGB',
    },
    plateSize: 'Plaques',
    plateSizeOf: (width: string, height: string, dpi: number) =>
      `${width} × ${height} pixels, ${dpi} dpi, noir = encre, quatre cibles aux mêmes points`,
    fit: 'Calage',
    fitOf: (trap: string, choke: string | null): string =>
      `l’encre claire passe de ${trap} mm sous la foncée${choke === null ? '' : `, la sous-couche est rentrée de ${choke} mm`}`,
    true: 'Fidélité',
    trueOf: (share: string) => `${share} des points encrés se retrouvent, imprimés l’un sur l’autre`,
  },
  count: {
    open: 'Compter une livraison',
    title: (number: number) => `Compter une livraison de la commande nº ${number}`,
    text: (left: string) => `Il manque ${figured(left, 'pièce')}.`,
    ordered: 'Annoncées',
    orderedHint: 'Sur le bon de livraison.',
    good: 'Bonnes',
    defective: 'Défectueuses',
    numbers: 'Numéros défectueux',
    numbersHint: 'Comme 12, 45-47. Sans eux, les plus grands numéros manquants.',
    badNumber: 'Un nombre entier.',
    badNumbers: 'Des numéros séparés par des virgules, comme 12, 45-47.',
    confirm: 'Noter le compte',
    done: (good: string, defective: string) =>
      `Compté : ${figured(good, 'bonne')}, ${figured(defective, 'défectueuse')}.`,
  },
};
