import type { MailKind } from './kinds.ts';
import type { MailSetting } from './mail-text.ts';
import { UNSUBSCRIBE } from './unsubscribe.ts';

/** Who writes, as the shop's settings have it. */
export interface Shop {
  readonly shop_name: string;
  readonly legal_name: string;
  readonly street: string;
  readonly postal_code: string;
  readonly city: string;
}

export interface Foot {
  readonly why: string;
  readonly unsubscribe: { readonly label: string; readonly url: string } | null;
  readonly sender: string;
}

const reasons: Readonly<Record<'fr' | 'en', Record<MailKind['why'], string>>> = {
  fr: {
    'sign-in': 'Vous recevez cet e-mail parce que quelqu’un a donné cette adresse pour se connecter.',
    design: 'Vous recevez cet e-mail parce que vous avez déposé un dessin.',
    vote: 'Vous recevez cet e-mail parce que vous avez voté.',
    order: 'Vous recevez cet e-mail parce que vous avez passé commande.',
    bounty: 'Vous recevez cet e-mail parce que votre dessin a gagné.',
    message: 'Vous recevez cet e-mail parce que vous nous avez écrit.',
    workshop: 'Vous recevez cet e-mail parce que vous travaillez à l’atelier.',
    address: 'Vous recevez cet e-mail parce que quelqu’un a donné cette adresse pour un compte.',
    account: 'Vous recevez cet e-mail parce que cette adresse est celle d’un compte, ou l’était.',
  },
  en: {
    'sign-in': 'You get this e-mail because someone gave this address to sign in.',
    design: 'You get this e-mail because you sent in a design.',
    vote: 'You get this e-mail because you voted.',
    order: 'You get this e-mail because you placed an order.',
    bounty: 'You get this e-mail because your design won.',
    message: 'You get this e-mail because you wrote to us.',
    workshop: 'You get this e-mail because you work at the shop.',
    address: 'You get this e-mail because someone gave this address for an account.',
    account: 'You get this e-mail because this address is that of an account, or was.',
  },
};

const stop = { fr: 'Ne plus recevoir ces e-mails', en: 'Stop these e-mails' } as const;

/** Below every mail: why it came, how it stops coming, who sends it. */
export function mailFoot({ locale, why, topic, shop }: MailSetting): Foot {
  const place = [shop.street, `${shop.postal_code} ${shop.city}`.trim()];
  const names = shop.legal_name.startsWith(shop.shop_name) ? [shop.legal_name] : [shop.shop_name, shop.legal_name];
  return {
    why: reasons[locale][why],
    unsubscribe: topic ? { label: stop[locale], url: UNSUBSCRIBE } : null,
    sender: [...names, ...place].filter(Boolean).join(', '),
  };
}
