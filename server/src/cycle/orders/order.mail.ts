import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { MailContent } from '../../platform/mail/mail-text.ts';
import { exactMoney, type Locale } from '../../platform/words.ts';
import type { PieceRow } from '../runs/pieces.ts';
import { choiceText, piecesText } from './order-words.ts';

export interface OrderMailFacts {
  readonly title: string;
  readonly runSize: number;
  readonly pieces: readonly PieceRow[];
  /** The page of the order. */
  readonly url: string;
}

/** One line a piece: `nº 214 : M, coupe droite, glacier. Étiquette : Anne-Gaëlle`. */
function pieceLines(pieces: readonly PieceRow[], locale: Locale): string[] {
  return pieces.map((piece) => {
    const choice = choiceText(piece, locale);
    if (locale === 'en') return `No. ${piece.number}: ${choice}.${piece.label ? ` Label: ${piece.label}` : ''}`;
    return `Nº ${piece.number}\u00a0: ${choice}.${piece.label ? ` Étiquette\u00a0: ${piece.label}` : ''}`;
  });
}

export function paidMail(facts: OrderMailFacts & { invoice: string; totalCents: number }, locale: Locale): MailContent {
  const numbers = facts.pieces.map((piece) => piece.number);
  const many = numbers.length > 1;
  const own = facts.pieces.some((piece) => piece.label !== null);
  if (locale === 'en') {
    return {
      subject: `${piecesText(numbers, facts.runSize, locale)} ${many ? 'are' : 'is'} yours`,
      paragraphs: [
        `“${facts.title}” is paid: ${exactMoney(facts.totalCents, locale)}. Invoice ${facts.invoice} is on the page of your order.`,
        ...pieceLines(facts.pieces, locale),
        `We print, then we post. You get an e-mail on the day ${many ? 'they leave' : 'it leaves'}.`,
      ],
      action: { label: 'See my order', url: facts.url },
      ...(own ? { notes: ['A piece with your own label cannot be returned, unless it is faulty.'] } : {}),
    };
  }
  return {
    subject: `${piecesText(numbers, facts.runSize, locale)} ${many ? 'sont' : 'est'} à vous`,
    paragraphs: [
      `«\u00a0${facts.title}\u00a0» est réglé\u00a0: ${exactMoney(facts.totalCents, locale)}. La facture ${facts.invoice} est sur la page de votre commande.`,
      ...pieceLines(facts.pieces, locale),
      `Nous imprimons, puis nous expédions. Un e-mail vous prévient le jour ${many ? 'où elles partent' : 'où elle part'}.`,
    ],
    action: { label: 'Voir ma commande', url: facts.url },
    ...(own ? { notes: ['Une pièce à votre étiquette ne se rend pas, sauf défaut.'] } : {}),
  };
}

export function lateMail(facts: Omit<OrderMailFacts, 'pieces'> & { totalCents: number }, locale: Locale): MailContent {
  const money = exactMoney(facts.totalCents, locale);
  if (locale === 'en') {
    return {
      subject: `Your payment of ${money} goes back to you`,
      paragraphs: [
        `It reached us after the 15 minutes during which “${facts.title}” was held for you. The number had gone back on sale.`,
        `We return the whole sum: ${money}.`,
      ],
      action: { label: 'See what is left', url: facts.url },
    };
  }
  return {
    subject: `Votre paiement de ${money} vous est rendu`,
    paragraphs: [
      `Il nous est parvenu après les 15 minutes pendant lesquelles «\u00a0${facts.title}\u00a0» vous était gardé. Le numéro était revenu en vente.`,
      `Nous vous rendons toute la somme\u00a0: ${money}.`,
    ],
    action: { label: 'Voir ce qui reste', url: facts.url },
  };
}

export function sentMail(
  facts: OrderMailFacts & { address: Address; tracking: string | null },
  locale: Locale,
): MailContent {
  const numbers = facts.pieces.map((piece) => piece.number);
  const many = numbers.length > 1;
  const { address, tracking } = facts;
  const to = `${address.name}, ${address.postalCode} ${address.city}`;
  if (locale === 'en') {
    return {
      subject: `${piecesText(numbers, facts.runSize, locale)} ${many ? 'are' : 'is'} on ${many ? 'their' : 'its'} way`,
      paragraphs: [
        `“${facts.title}” left the workshop today for ${to}.`,
        ...(tracking ? [`Tracking: ${tracking}`] : []),
        'Something wrong on arrival? Tell us. A person replies within two working days.',
      ],
      action: { label: 'See my order', url: facts.url },
    };
  }
  return {
    subject: `${piecesText(numbers, facts.runSize, locale)} ${many ? 'sont parties' : 'est partie'}`,
    paragraphs: [
      `«\u00a0${facts.title}\u00a0» a quitté l’atelier aujourd’hui pour ${to}.`,
      ...(tracking ? [`Suivi\u00a0: ${tracking}`] : []),
      'Quelque chose ne va pas à l’arrivée\u00a0? Dites-le-nous. Une personne répond sous deux jours ouvrés.',
    ],
    action: { label: 'Voir ma commande', url: facts.url },
  };
}
