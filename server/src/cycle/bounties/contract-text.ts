import type { ContractFields, ContractRight, ContractTerritory } from '@fraisier/shared/cycle/contract-fields.ts';
import { dateText, moneyText } from '../../platform/words.ts';

/** What a rights contract is made of, and of nothing else: the same terms give the same text and the same hash. */
export interface ContractTerms {
  readonly shop: {
    readonly name: string;
    readonly legalName: string;
    readonly legalForm: string;
    readonly registration: string;
    readonly address: string;
  };
  readonly author: string;
  readonly title: string;
  /** SHA-256 of the artwork's file, in hex: the work that was voted on, and no other. */
  readonly artworkSha256: string;
  readonly round: { readonly number: number; readonly slug: string };
  readonly bounty: string;
  /** What is assigned, for how long, where, and for what. */
  readonly fields: ContractFields;
  readonly dueAt: Date;
  readonly timeZone: string;
  readonly exempt: boolean;
}

/** The contract in French, which binds, and below it what it says in English. */
export function contractText(terms: ContractTerms): string {
  const french = [`CONTRAT DE CESSION DE DROITS D’AUTEUR\n${heading(terms)}`, ...articlesFr(terms)];
  const english = [
    'COURTESY TRANSLATION\nOnly the French text above binds. This says the same in English.',
    ...articlesEn(terms),
  ];
  return `${[...french, '—'.repeat(20), ...english].join('\n\n')}\n`;
}

function heading({ bounty, round }: ContractTerms): string {
  return `Dotation ${bounty}, récolte nº ${round.number} (${round.slug})`;
}

function shopLine({ shop }: ContractTerms, form: (legalName: string) => string): string {
  const known = [shop.legalForm, shop.registration, shop.address].filter((part) => part !== '');
  return [form(shop.legalName || shop.name), ...known].join(', ');
}

function figures({ fields, timeZone, dueAt }: ContractTerms, locale: 'fr' | 'en') {
  return {
    money: moneyText(fields.lumpSumCents, locale),
    from: dateText(new Date(fields.from), timeZone, locale),
    to: dateText(new Date(fields.to), timeZone, locale),
    due: dateText(dueAt, timeZone, locale),
    pieces: new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB')
      .format(fields.pieces)
      .replaceAll('\u202f', '\u00a0'),
  };
}

type ByLocale<Key extends string, Value> = Readonly<Record<'fr' | 'en', Readonly<Record<Key, Value>>>>;

/** Each right, named and limited: in its extent, its purpose and its supports. */
const rights: ByLocale<ContractRight, (pieces: string) => string> = {
  fr: {
    print: (pieces) =>
      `Reproduction : imprimer le dessin sur ${pieces} tee-shirts numérotés de 1 à ${pieces}, pas un de plus, et fabriquer ce que cette impression demande (films, écrans, fichiers d’impression).`,
    copy: (pieces) =>
      `Reproduction : copier le dessin et des photographies de ces tee-shirts dans les pages de la boutique, ses e-mails et ses annonces, pour présenter et vendre ces ${pieces} pièces.`,
    show: (pieces) =>
      `Représentation : montrer ces mêmes images au public, pour présenter et vendre ces ${pieces} pièces, et pour publier le résultat de la récolte.`,
  },
  en: {
    print: (pieces) =>
      `Reproduction: printing the design on ${pieces} T-shirts numbered 1 to ${pieces}, not one more, and making what the printing needs (films, screens, print files).`,
    copy: (pieces) =>
      `Reproduction: copying the design and photographs of these T-shirts into the shop’s pages, e-mails and announcements, to present and sell these ${pieces} pieces.`,
    show: (pieces) =>
      `Representation: showing the same images to the public, to present and sell these ${pieces} pieces, and to publish the result of the round.`,
  },
};

const territories: ByLocale<ContractTerritory, string> = {
  fr: {
    world: 'Le monde entier, parce que la boutique vend en ligne.',
    european_union: 'Les pays de l’Union européenne.',
    france: 'La France.',
  },
  en: {
    world: 'The whole world, because the shop sells online.',
    european_union: 'The countries of the European Union.',
    france: 'France.',
  },
};

/** `a) …`, one right a line. */
function rightsText({ fields }: ContractTerms, pieces: string, locale: 'fr' | 'en'): string {
  return fields.rights
    .map((right, nth) => `${String.fromCharCode(97 + nth)}) ${rights[locale][right](pieces)}`)
    .join('\n');
}

/** The share of sales. A lump sum alone is the exception that article L131-4 allows, and says why. */
function shareText({ fields }: ContractTerms, pieces: string, locale: 'fr' | 'en'): string {
  const percent = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 2 }).format(
    fields.shareBp / 100,
  );
  if (locale === 'en') {
    return fields.shareBp === 0
      ? `Share of sales: 0%. The sum is a lump sum because the run is fixed in advance at ${pieces} pieces and never reissued (article L131-4). Any other use takes another contract, with a share of sales.`
      : `Share of sales: ${percent}% of the price of each piece sold, without VAT, on top of the lump sum. Any other use takes another contract.`;
  }
  return fields.shareBp === 0
    ? `Part proportionnelle aux ventes : 0 %. La somme est forfaitaire parce que le tirage est fixé d’avance à ${pieces} pièces et n’est jamais réédité (article L131-4). Toute autre exploitation demande un autre contrat, avec une part sur les ventes.`
    : `Part proportionnelle aux ventes : ${percent} % du prix hors taxes de chaque pièce vendue, en plus de la somme forfaitaire. Toute autre exploitation demande un autre contrat.`;
}

function articlesFr(terms: ContractTerms): string[] {
  const { money, from, to, due, pieces } = figures(terms, 'fr');
  const withholding = terms.exempt
    ? 'L’Auteur présente une dispense de précompte : rien n’est retenu, et il règle lui-même ses cotisations. Le Diffuseur verse sa propre contribution en plus.'
    : 'Le Diffuseur retient les cotisations d’artiste-auteur et les reverse pour lui, aux taux du jour du virement. Un relevé donne chaque ligne : base, taux, montant. La contribution du Diffuseur s’ajoute et n’est pas retenue.';
  return [
    `1. Qui signe\nLe Diffuseur : ${shopLine(terms, (name) => `${name}, qui tient la boutique ${terms.shop.name}`)}.\nL’Auteur : ${terms.author}.`,
    `2. L’œuvre\nLe dessin « ${terms.title} », élu à la récolte nº ${terms.round.number}, dans le fichier sur lequel on a voté (SHA-256 ${terms.artworkSha256}). L’Auteur déclare l’avoir fait et pouvoir en céder les droits nommés ici.`,
    `3. Les droits cédés\nChaque droit cédé est nommé, avec son étendue, sa destination, son lieu et sa durée (article L131-3 du code de la propriété intellectuelle). Ce qui n’est pas nommé reste à l’Auteur.\n${rightsText(terms, pieces, 'fr')}`,
    `4. Lieu\n${territories.fr[terms.fields.territory]}`,
    `5. Durée\nDu ${from} au ${to}. Après cette date, la page de vente ferme et plus aucune pièce n’est imprimée. Les pièces vendues restent à ceux qui les ont achetées, et le résultat de la récolte reste publié.`,
    `6. Ce qui est payé\nSomme forfaitaire : ${money} ${terms.fields.isNet ? 'nets' : 'bruts'}, au plus tard le ${due}, par virement sur le compte que l’Auteur a donné. ${withholding}\n${shareText(terms, pieces, 'fr')}\nLa pièce nº 1 est offerte à l’Auteur, dans la taille de son choix.`,
    '7. Ce qui reste à l’Auteur\nLe dessin et son original, tous les droits non nommés, et le droit moral. Son nom figure près du dessin. Le dessin est imprimé tel quel, sans changement. L’Auteur peut vendre le dessin ailleurs, sur d’autres supports ; il ne le vend pas sur tee-shirt avant la fin de ce contrat.',
    '8. Si l’un ne tient pas parole\nSi la somme n’est pas payée trente jours après une réclamation écrite, les droits reviennent à l’Auteur. Si le dessin n’était pas à lui, l’Auteur rend la somme. Le droit français s’applique.',
    '9. Acceptation\nL’Auteur lit ce texte sur sa page de dotation et l’accepte en étant connecté. La date et l’empreinte du texte sont gardées. Le compte bancaire est figé à ce moment.',
  ];
}

function articlesEn(terms: ContractTerms): string[] {
  const { money, from, to, due, pieces } = figures(terms, 'en');
  const withholding = terms.exempt
    ? 'The Author has an exemption: nothing is kept back, and they pay their own contributions. The Shop pays its own contribution on top.'
    : 'The Shop keeps back the artist-author contributions and hands them over on the Author’s behalf, at the rates of the day of the transfer. A statement gives base, rate and amount of each line. The Shop’s own contribution comes on top and is not kept back.';
  return [
    `1. Who signs\nThe Shop: ${shopLine(terms, (name) => `${name}, who runs ${terms.shop.name}`)}.\nThe Author: ${terms.author}.`,
    `2. The work\nThe design “${terms.title}”, chosen in round ${terms.round.number}, in the file that was voted on (SHA-256 ${terms.artworkSha256}). The Author declares that they made it and may assign the rights named here.`,
    `3. The rights assigned\nEach right is named, with its extent, purpose, place and duration (article L131-3 of the French intellectual property code). What is not named stays with the Author.\n${rightsText(terms, pieces, 'en')}`,
    `4. Territory\n${territories.en[terms.fields.territory]}`,
    `5. Duration\nFrom ${from} to ${to}. After that the product page closes and no piece is printed any more. Pieces sold stay with those who bought them, and the result of the round stays published.`,
    `6. What is paid\nLump sum: ${money} ${terms.fields.isNet ? 'net' : 'gross'}, by ${due} at the latest, by transfer to the account that the Author gave. ${withholding}\n${shareText(terms, pieces, 'en')}\nPiece number 1 is the Author’s, free, in the size of their choice.`,
    '7. What stays with the Author\nThe design and its original, every right not named, and the moral rights. Their name stands by the design. The design is printed as it is. The Author may sell the design elsewhere on other things; they do not sell it on T-shirts until this contract ends.',
    '8. If one of the two breaks it\nIf the sum is not paid thirty days after a written claim, the rights go back to the Author. If the design was not theirs, the Author gives the sum back. French law applies.',
    '9. Acceptance\nThe Author reads this text on the page of their bounty and accepts it while signed in. The date and the hash of the text are kept. The bank account is frozen at that moment.',
  ];
}
