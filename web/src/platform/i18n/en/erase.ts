import type { erase as shape } from '../fr/erase.ts';
import { pluralEn } from '../plural.ts';

export const erase: typeof shape = {
  title: 'Erase my account',
  lead: 'At once, and for good. If you want a copy of your data, ask for it first.',
  goes: {
    title: 'What goes',
    items: [
      'Your name, your e-mail, your delivery address, your passkeys, and your sessions on all your devices.',
      'Our copies of the e-mails you received, and your questions to the shop.',
      'Your ratings and words in rounds whose result is not final. The count loses them; a line in the public log says that ratings were erased, not whose.',
      'Your designs that nobody rates yet: they are withdrawn.',
      'On this device: your drafts, your ratings not yet sent, your size.',
    ],
  },
  stays: {
    title: 'What stays, and why',
    items: [
      'Your orders, their invoices and your bounties, with the name and address on them: the law has us keep them for ten years.',
      'Your designs that were put to the vote, and published results, without your name: other people’s votes rest on them.',
      'The archive of a decided round, with the designer’s name it bears: it is signed, and nothing in it can change.',
      'Your ratings in a decided round: they stay open to all, under a pseudonym that nothing links to you any more.',
    ],
    workshop: 'The workshop’s records: what you decided there keeps your name.',
  },
  email: 'Your e-mail, to confirm',
  emailHint: (email) => `The address of this account: ${email}`,
  emailError: 'This is not the address of this account. Nothing is erased.',
  act: 'Erase my account',
  ask: {
    title: 'Erase this account?',
    text: (email) => `The account ${email} is erased now. Nobody can bring it back, and neither can we.`,
    act: 'Erase for good',
  },
  reasons: {
    bounty_owed: (count) => ({
      text: pluralEn(count, {
        one: 'A bounty is owed to you. Give us your bank account and your agreement if you have not, then wait for the transfer.',
        other: `${count} bounties are owed to you. Give us your bank account and your agreement if you have not, then wait for the transfers.`,
      }),
      link: 'See my bounty',
    }),
    order_held: (count) => ({
      text: pluralEn(count, {
        one: 'A held piece is waiting for its payment. Pay for it, or let the hold lapse.',
        other: `${count} holds are waiting for their payment. Pay for them, or let them lapse.`,
      }),
      link: 'See my pieces',
    }),
    order_undelivered: (count) => ({
      text: pluralEn(count, {
        one: 'An order that you paid has not been sent yet. Wait until it is on its way.',
        other: `${count} orders that you paid have not been sent yet. Wait until they are on their way.`,
      }),
      link: 'See my orders',
    }),
    refund_due: (count) => ({
      text: pluralEn(count, {
        one: 'A refund is due to you. Wait until it arrives; if it is late, write to us.',
        other: `${count} refunds are due to you. Wait until they arrive; if they are late, write to us.`,
      }),
      link: 'Write to us',
    }),
    last_admin: () => ({
      text: 'Nobody else administers the shop. Name someone at the server’s keyboard, with scripts/name-operator.ts.',
      link: 'See the settings',
    }),
  },
  done: {
    title: 'Your account is erased',
    lead: 'All your sessions are ended. This device keeps nothing of you; the shop, only what the law and the results require.',
    thanks: 'Thank you for your time here.',
    home: 'Go to the home page',
    privacy: 'What we keep, and why',
  },
};
