/** Another address of mail: asking for it, confirming it, keeping the old one. */
export const otherEmail = {
  title: 'Adresse e-mail',
  lead: 'Les liens de connexion et les lettres y vont. Personne d’autre ne la voit.',
  change: 'Changer d’adresse',
  label: 'Votre nouvelle adresse',
  hint: 'Un lien à confirmer y est envoyé. L’ancienne est prévenue, et peut tout arrêter pendant sept jours.',
  error: 'Ce n’est pas une adresse e-mail.',
  same: 'C’est déjà l’adresse de ce compte.',
  ask: 'Envoyer le lien',
  cancel: 'Ne rien changer',
  signInAgain: 'Me connecter de nouveau',
  waiting: {
    title: (email: string) => `Un lien attend dans la boîte de ${email}.`,
    text: (time: string) =>
      `Il marche une fois, jusqu’à ${time}, sur un appareil où votre session est ouverte. D’ici là, rien ne change.`,
    again: 'Donner une autre adresse',
    stop: 'Renoncer',
    stopped: 'C’est noté : votre adresse reste.',
  },
  confirm: {
    title: 'Confirmer cette adresse',
    lead: (email: string) => `Le compte ${email} prend l’adresse à laquelle ce lien est venu.`,
    text: 'Vos autres appareils sont déconnectés. L’ancienne adresse peut reprendre le compte pendant sept jours.',
    button: 'Confirmer',
    done: 'C’est votre nouvelle adresse.',
    doneText: (email: string) => `Les liens de connexion et les lettres vont maintenant à ${email}.`,
    account: 'Voir mon compte',
    dead: 'Ce lien ne marche plus.',
    deadText:
      'Il a servi, il a plus d’une heure, un plus récent l’a remplacé, ou il a été demandé depuis un autre compte. Rien n’a changé.',
    taken: 'Cette adresse a un autre compte.',
    takenText: 'Elle en est devenue l’adresse entre-temps. La vôtre n’a pas changé.',
  },
  keep: {
    title: 'Garder cette adresse',
    lead: 'Quelqu’un a demandé que votre compte prenne une autre adresse. Ce bouton l’arrête, ou rend au compte celle-ci si c’est déjà fait.',
    text: 'Il vous déconnecte aussi partout, et retire les clés d’accès ajoutées depuis : qui était entré à votre place n’y est plus.',
    keep: 'Garder cette adresse',
    done: 'Votre adresse reste.',
    doneText: (address: string) =>
      `Le compte est à ${address}, et personne n’y est plus connecté. Reconnectez-vous, puis regardez votre adresse de livraison et vos clés d’accès.`,
    decided: 'Il est trop tard pour ce lien.',
    decidedText:
      'Sept jours sont passés depuis le changement. Si vous ne le reconnaissez pas, écrivez-nous tout de suite.',
    wrong: 'Ce lien n’est pas entier. Copiez-le en entier depuis l’e-mail.',
    signIn: 'Se connecter',
    write: 'Nous écrire',
  },
};
