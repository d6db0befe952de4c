interface FileWords {
  readonly name: string;
  readonly what: string;
  readonly who: string;
  readonly kept: string;
}

export interface CopyWords {
  readonly fileName: string;
  readonly title: (shop: string) => string;
  readonly of: (name: string, when: string) => string;
  readonly intro: readonly string[];
  readonly who: string;
  readonly kept: string;
  readonly files: readonly FileWords[];
  readonly notHere: { readonly title: string; readonly items: readonly string[] };
  readonly rights: (email: string) => string;
}

const fr: CopyWords = {
  fileName: 'LISEZMOI.txt',
  title: (shop) => `Vos données chez ${shop}`,
  of: (name, when) => `Copie faite pour ${name}, le ${when}.`,
  intro: [
    'Tout ce que la boutique garde sur vous est ici. Les fichiers .json s’ouvrent dans un éditeur de texte ou un navigateur ; d’autres logiciels savent aussi les lire. Les heures portent leur décalage, les montants sont en centimes d’euro, et un nom en « Sha256 » est l’empreinte d’un fichier.',
    'Gardez cette copie en lieu sûr : elle dit où vous habitez et comment vous avez voté.',
  ],
  who: 'Qui d’autre l’a :',
  kept: 'Combien de temps :',
  files: [
    {
      name: 'account.json',
      what: 'Le compte (members), l’adresse de livraison, vos sessions, vos clés d’accès, vos changements d’adresse e-mail, les e-mails dont vous ne voulez pas, les copies demandées.',
      who: 'personne, sauf votre nom public : il est écrit sous vos dessins une fois la récolte comptée.',
      kept: 'tant que le compte existe ; une session, 60 jours après la dernière visite.',
    },
    {
      name: 'messages.json',
      what: 'Ce que vous avez écrit à la boutique, et ses réponses.',
      who: 'personne.',
      kept: 'tant que le compte existe. Un signalement reste après, sans votre nom.',
    },
    {
      name: 'mails.json',
      what: 'Les e-mails que vous avez reçus. Ce qu’un lien a de secret est remplacé par des points.',
      who: 'le service qui achemine nos e-mails les voit passer.',
      kept: 'le texte, trente jours après l’envoi ; la trace de l’envoi, tant que le compte existe.',
    },
    {
      name: 'designs.json, designs/',
      what: 'Vos dessins, ce que nous avons mesuré de chaque fichier, nos décisions et leurs raisons ; les fichiers d’origine, toutes les versions. La fin de leur nom est la fin de leur identifiant.',
      who: 'tout le monde voit un dessin admis, jamais le fichier d’origine ; l’imprimeur reçoit celui du gagnant.',
      kept: 'un dessin mis au vote reste, sans votre nom si vous effacez le compte : le vote des autres en dépend.',
    },
    {
      name: 'votes.json',
      what: 'Vos pseudonymes, ce qui vous a été donné à voir, vos notes et vos mots, ce qui ouvre vos lignes du journal public (de quoi les vérifier), une mise de côté et votre appel, et le réseau d’où vous votiez, haché.',
      who: 'le journal public ne dit pas qui vous êtes. Vos mots approuvés vont à l’auteur du dessin, sans signature.',
      kept: 'le lien entre vous et votre pseudonyme s’efface 60 jours après la clôture. Les votes plus anciens ne sont donc pas ici : nous ne savons plus lesquels sont les vôtres.',
    },
    {
      name: 'orders.json, invoices/',
      what: 'Vos commandes, paiements, pièces et factures, et votre réponse à la question qui suit un achat.',
      who: 'l’imprimeur reçoit tailles, tissus, numéros et étiquettes ; le transporteur, votre adresse. Nous n’avons pas de numéro de carte.',
      kept: 'dix ans pour les factures et les paiements : c’est la loi. Une commande jamais payée, trente jours.',
    },
    {
      name: 'bounties.json, bounties/',
      what: 'Vos dotations : sommes, cotisations, contrat et relevé, virements, changements d’IBAN, et chaque lecture de votre IBAN ou de votre numéro de sécurité sociale, avec sa raison.',
      who: 'notre banque reçoit votre nom et votre IBAN ; l’organisme social, votre numéro et vos cotisations.',
      kept: 'dix ans : c’est la loi. L’IBAN et le numéro sont chiffrés ; n’en figurent ici que les derniers chiffres, comme sur la page.',
    },
    {
      name: 'letters.json, letters/',
      what: 'Les lettres de résultat, avec les mots que des votants vous ont laissés. Ils ne sont pas signés.',
      who: 'personne.',
      kept: 'avec le résultat de leur récolte.',
    },
    {
      name: 'acts.json',
      what: 'Ce que le journal de la boutique note de votre compte, et, à l’atelier, ce que vous y avez fait.',
      who: 'l’atelier.',
      kept: 'pour toujours : rien ne s’efface du journal. Il ne garde votre nom que si vous travaillez à l’atelier ou avez gagné.',
    },
  ],
  notHere: {
    title: 'Ce qui n’est pas ici',
    items: [
      'Les secrets qui ouvrent votre compte : jetons de session, clés, liens.',
      'Ce que d’autres ont dit ou reçu : leurs notes, leurs noms, leurs messages.',
      'Ce qui se refait à partir de vos fichiers : images affichées, formes comparées.',
      'Ce que la banque nous dit d’un refus, hors son résultat ; ses raisons nous sont confiées.',
      'Vos brouillons : ils sont sur votre appareil, pas chez nous.',
    ],
  },
  rights: (email) =>
    `Corriger ou effacer se fait depuis « Votre compte ». Pour toute autre demande : ${email}. Si notre réponse ne vous convient pas, vous pouvez saisir la CNIL, à Paris.`,
};

const en: CopyWords = {
  fileName: 'README.txt',
  title: (shop) => `Your data at ${shop}`,
  of: (name, when) => `Copy made for ${name} on ${when}.`,
  intro: [
    'All that the shop keeps about you is here. The .json files open in a text editor or a browser, and other programs can read them too. Times carry their offset, amounts are in euro cents, and a name ending in “Sha256” is the fingerprint of a file.',
    'Keep this copy safe: it says where you live and how you voted.',
  ],
  who: 'Who else has it:',
  kept: 'For how long:',
  files: [
    {
      name: 'account.json',
      what: 'The account (members), the delivery address, your sessions, your passkeys, your changes of e-mail address, the e-mails you do not want, the copies asked for.',
      who: 'nobody, but for your public name: it stands under your designs once a round is counted.',
      kept: 'as long as the account exists; a session, 60 days after the last visit.',
    },
    {
      name: 'messages.json',
      what: 'What you wrote to the shop, and its answers.',
      who: 'nobody.',
      kept: 'as long as the account exists. A report of content stays after that, without your name.',
    },
    {
      name: 'mails.json',
      what: 'The e-mails you were sent. What is secret in a link is replaced by dots.',
      who: 'the service that carries our e-mails sees them pass.',
      kept: 'the text, thirty days after it left; that it was sent, as long as the account exists.',
    },
    {
      name: 'designs.json, designs/',
      what: 'Your designs, what we measured of each file, our decisions and their reasons; the original files, every version. The end of their name is the end of their id.',
      who: 'everyone sees an admitted design, never the original file; the printer gets that of the winner.',
      kept: 'a design that was put to the vote stays, without your name if you erase the account: other people’s votes depend on it.',
    },
    {
      name: 'votes.json',
      what: 'Your pseudonyms, what was dealt to you, your ratings and words, what opens your lines of the public log (enough to check them), what was set aside and your appeal, and the network you voted from, hashed.',
      who: 'the public log does not say who you are. Approved words go to the designer, unsigned.',
      kept: 'the link between you and your pseudonym goes 60 days after the close. Older votes are therefore not here: we no longer know which are yours.',
    },
    {
      name: 'orders.json, invoices/',
      what: 'Your orders, payments, pieces and invoices, and your answer to the question that follows a purchase.',
      who: 'the printer gets sizes, fabrics, numbers and labels; the carrier, your address. We have no card number.',
      kept: 'ten years for invoices and payments, as the law asks. An order that was never paid, thirty days.',
    },
    {
      name: 'bounties.json, bounties/',
      what: 'Your bounties: sums, contributions, contract and statement, transfers, changes of IBAN, and each reading of your IBAN or social-security number, with its reason.',
      who: 'our bank gets your name and IBAN; the social-security body, your number and contributions.',
      kept: 'ten years, as the law asks. IBAN and number are encrypted; only their last digits are here, as on the page.',
    },
    {
      name: 'letters.json, letters/',
      what: 'The result letters, with the words that voters left you. They are unsigned.',
      who: 'nobody.',
      kept: 'with the result of their round.',
    },
    {
      name: 'acts.json',
      what: 'What the log of the shop notes about your account, and, if you work there, what you did.',
      who: 'the workshop.',
      kept: 'for ever: nothing is erased from the log. It has your name only if you work there or have won.',
    },
  ],
  notHere: {
    title: 'What is not here',
    items: [
      'The secrets that open your account: session tokens, keys, links.',
      'What others said or received: their ratings, names and messages.',
      'What is made from your files: pictures on show, shapes for comparison.',
      'What the bank tells us of a refusal, beyond its outcome; its reasons are given to us in confidence.',
      'Your drafts: they are on your device, not with us.',
    ],
  },
  rights: (email) =>
    `Corrections and erasure are under “Your account”. For any other request: ${email}. If our answer does not satisfy you, you can turn to the French data protection authority, the CNIL, in Paris.`,
};

export const copyWords: Readonly<Record<'fr' | 'en', CopyWords>> = { fr, en };
