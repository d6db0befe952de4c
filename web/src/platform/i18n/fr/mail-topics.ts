/** Which mails one can do without: on one's account, and at the end of a mail's link. */
export const mailTopics = {
  title: 'Mes e-mails',
  locale: 'Dans quelle langue',
  localeHint: 'Pour les e-mails et les factures. Celle des pages se choisit en haut.',
  locales: { fr: 'Français', en: 'English' },
  lead: 'Ce que vous avez demandé arrive toujours : connexion, commandes, lettres, réponses. Le reste, vous en décidez.',
  topics: {
    heads: {
      name: 'L’empreinte du vote',
      text: 'Quand un de vos dessins est en lice : une copie signée du journal, chaque jour du vote, au choix des finalistes et à la clôture du vote. Elle permet de prouver que rien n’a bougé.',
    },
    questions: {
      name: 'Une question après un achat',
      text: 'Une seule, une semaine après l’envoi : nous recommanderiez-vous ?',
    },
  },
  saved: { on: 'C’est noté : ces e-mails reviennent.', off: 'C’est noté : ces e-mails ne viendront plus.' },
  stop: {
    title: 'Ne plus recevoir ces e-mails ?',
    to: (address: string) => `Adresse : ${address}`,
    button: 'Ne plus les recevoir',
    done: 'Ces e-mails ne viendront plus.',
    doneText: 'Ce que vous demandez à la boutique arrive toujours : connexion, commandes, lettres, réponses.',
    again: 'Les recevoir de nouveau',
    account: 'Tous mes choix',
    gone: 'Ce lien ne mène plus à rien.',
    goneText:
      'L’e-mail n’est plus dans nos livres : son compte est effacé, ou le lien est incomplet. Plus rien n’en viendra.',
  },
};
