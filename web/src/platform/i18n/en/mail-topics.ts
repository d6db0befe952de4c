import type { Catalogue } from '../catalogues.ts';

export const mailTopics: Catalogue['mail-topics'] = {
  title: 'My e-mails',
  locale: 'In which language',
  localeHint: 'For e-mails and invoices. That of the pages is chosen at the top.',
  locales: { fr: 'Français', en: 'English' },
  lead: 'What you asked for always comes: sign-in, orders, letters, answers. The rest is yours to decide.',
  topics: {
    heads: {
      name: 'The fingerprint of the vote',
      text: 'While a design of yours is in the running: a signed copy of the log, every day of the vote, when the finalists are chosen and when voting closes. It helps to prove that nothing was moved.',
    },
    questions: {
      name: 'One question after an order',
      text: 'Just one, a week after it is sent: would you recommend us?',
    },
  },
  saved: { on: 'Noted: you will get these e-mails again.', off: 'Noted: you will not get these e-mails any more.' },
  stop: {
    title: 'Stop these e-mails?',
    to: (address) => `Address: ${address}`,
    button: 'Stop them',
    done: 'You will not get these e-mails any more.',
    doneText: 'What you ask of the shop always comes: sign-in, orders, letters, answers.',
    again: 'Get them again',
    account: 'All my choices',
    gone: 'This link leads nowhere any more.',
    goneText:
      'The e-mail is not in our books: its account is erased, or the link is cut short. No more will come from it.',
  },
};
