import type { MailContent } from '../../platform/mail/mail-text.ts';
import { type Locale, momentText } from '../../platform/words.ts';

/** To the new address. The link leads to a page with a button, where its owner is signed in. */
export function emailConfirmMail(facts: { oldAddress: string; url: string }, locale: Locale): MailContent {
  if (locale === 'en') {
    return {
      subject: 'Confirm your new address',
      paragraphs: [
        `You asked that the account of ${facts.oldAddress} use this address from now on. This link works once, for one hour, on a device where you are signed in.`,
        'Your other devices are then signed out.',
      ],
      action: { label: 'Confirm this address', url: facts.url },
      notes: ['You did not ask for this? Do nothing: without this link nothing changes.'],
    };
  }
  return {
    subject: 'Confirmez votre nouvelle adresse',
    paragraphs: [
      `Vous avez demandé que le compte ${facts.oldAddress} prenne cette adresse. Ce lien marche une fois, pendant une heure, sur un appareil où votre session est ouverte.`,
      'Vos autres appareils sont alors déconnectés.',
    ],
    action: { label: 'Confirmer cette adresse', url: facts.url },
    notes: ['Vous n’avez rien demandé ? Ne faites rien : sans ce lien, rien ne change.'],
  };
}

/** To an address that has an account already, or is still kept for one: only its owner learns so. */
export function emailTakenMail({ url }: { url: string }, locale: Locale): MailContent {
  if (locale === 'en') {
    return {
      subject: 'This address already has an account',
      paragraphs: [
        'Someone asked that another account use this address. It already has one here: nothing changes, and whoever asked learns nothing of it.',
        'Was it you? Sign in with this address, or give another one.',
      ],
      action: { label: 'Sign in', url },
    };
  }
  return {
    subject: 'Cette adresse a déjà un compte',
    paragraphs: [
      'Quelqu’un a demandé qu’un autre compte prenne cette adresse. Elle en a déjà un ici : rien ne change, et qui l’a demandé n’en apprend rien.',
      'C’était vous ? Connectez-vous avec cette adresse, ou donnez-en une autre.',
    ],
    action: { label: 'Me connecter', url },
  };
}

export interface LeftAddressFacts {
  /** Masked. */
  readonly newAddress: string;
  readonly keepUntil: Date;
  readonly timeZone: string;
  /** Calls it off, signed in or not. */
  readonly url: string;
}

/** To the old address, as soon as another one is asked for. */
export function emailAskedMail(facts: LeftAddressFacts, locale: Locale): MailContent {
  const until = momentText(facts.keepUntil, facts.timeZone, locale);
  if (locale === 'en') {
    return {
      subject: 'Someone is asking to change the address of your account',
      paragraphs: [
        `Someone signed in as you is asking that your account use ${facts.newAddress} instead of this address.`,
        'Was it you? Open the link that went to the new address: there is nothing to do here.',
        `Was it not? Keep this address: one button, no sign-in needed. It works until ${until}, even once the address is changed.`,
      ],
      action: { label: 'Keep this address', url: facts.url },
      notes: [ends.en],
    };
  }
  return {
    subject: 'Quelqu’un demande à changer l’adresse de votre compte',
    paragraphs: [
      `Quelqu’un, connecté sous votre nom, demande que votre compte prenne ${facts.newAddress} au lieu de cette adresse.`,
      'C’était vous ? Ouvrez le lien envoyé à la nouvelle adresse : ici, il n’y a rien à faire.',
      `Ce n’était pas vous ? Gardez cette adresse : un bouton, sans vous connecter. Il marche jusqu’au ${until}, même si l’adresse a changé entre-temps.`,
    ],
    action: { label: 'Garder cette adresse', url: facts.url },
    notes: [ends.fr],
  };
}

/** To the old address, once it is no longer that of the account. */
export function emailChangedMail(facts: LeftAddressFacts, locale: Locale): MailContent {
  const until = momentText(facts.keepUntil, facts.timeZone, locale);
  if (locale === 'en') {
    return {
      subject: 'The address of your account has changed',
      paragraphs: [
        `Your account now uses ${facts.newAddress}. Sign-in links and letters go there; this address no longer signs in.`,
        `Was it not you? Take this address back: one button, no sign-in needed, until ${until}. Until then nobody else can have it.`,
      ],
      action: { label: 'Take this address back', url: facts.url },
      notes: [ends.en],
    };
  }
  return {
    subject: 'L’adresse de votre compte a changé',
    paragraphs: [
      `Votre compte a maintenant pour adresse ${facts.newAddress}. Les liens de connexion et les lettres y vont ; celle-ci ne permet plus d’entrer.`,
      `Ce n’était pas vous ? Reprenez cette adresse : un bouton, sans vous connecter, jusqu’au ${until}. D’ici là, personne d’autre ne peut la prendre.`,
    ],
    action: { label: 'Reprendre cette adresse', url: facts.url },
    notes: [ends.fr],
  };
}

/** In place of a sign-in link, where an account has just left the address. */
export function emailMovedMail(facts: LeftAddressFacts, locale: Locale): MailContent {
  const until = momentText(facts.keepUntil, facts.timeZone, locale);
  if (locale === 'en') {
    return {
      subject: 'Your account has another address',
      paragraphs: [
        `You asked for a sign-in link. The account of this address now uses ${facts.newAddress}: ask for the link there.`,
        `Did you not change it? Take this address back: one button, until ${until}. After that, this address can open a new account.`,
      ],
      action: { label: 'Take this address back', url: facts.url },
      notes: [ends.en],
    };
  }
  return {
    subject: 'Votre compte a une autre adresse',
    paragraphs: [
      `Vous avez demandé un lien de connexion. Le compte de cette adresse utilise maintenant ${facts.newAddress} : demandez le lien avec celle-là.`,
      `Vous ne l’avez pas changée ? Reprenez cette adresse : un bouton, jusqu’au ${until}. Ensuite, elle peut ouvrir un nouveau compte.`,
    ],
    action: { label: 'Reprendre cette adresse', url: facts.url },
    notes: [ends.fr],
  };
}

const ends = {
  fr: 'Le bouton vous déconnecte aussi partout, et retire les clés d’accès ajoutées depuis : qui était entré à votre place n’y est plus.',
  en: 'The button also signs you out everywhere, and removes passkeys added since: whoever got in as you is out.',
} as const;
