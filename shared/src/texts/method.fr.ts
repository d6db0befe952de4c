import type { Page } from './page.ts';

export const page: Page = {
  title: 'La méthode',
  lead: 'Comment nous faisons pour que le vote dise quelque chose, et ce qu’il ne dira jamais.',
  sections: [
    {
      id: 'why',
      title: 'Pourquoi des donnes de dix',
      figure: { value: '0', of: 'récolte gagnée par un groupe, quand on ne note que ce que l’on reçoit' },
      paragraphs: [
        'Avant d’écrire les règles, nous avons simulé des récoltes de 50 à 1 000 dessins et de 200 à 5 000 votants, certains distraits, certains partiaux, certains organisés. Qui voit quoi comptait davantage que la formule.',
        'Montrer d’abord ce qui plaît déjà laissait 35 % des dessins sous cinq notes. Donner à tous le même nombre de regards n’en laissait aucun.',
        'Quand un lien partagé permettait de voter, un groupe de 5 % des votants gagnait jusqu’à 79 % des récoltes de 300 dessins, et toutes celles de 1 000. Quand on ne note que ce que l’on reçoit, il n’en a gagné aucune.',
        'Une finale entre les seize premiers était l’amélioration la plus forte de toutes.',
      ],
      see: ['rules'],
    },
    {
      id: 'exposure',
      title: 'Autant de regards pour chacun',
      paragraphs: [
        'Le dessin donné est toujours l’un des moins donnés. Il reste un petit écart, parce que personne ne note son propre dessin et que des donnes restent sans réponse. Nous le mesurons, et le résultat l’affiche : le minimum, le maximum, l’indice de Gini.',
        'L’ordre de la galerie est mélangé, jamais trié par succès.',
      ],
    },
    {
      id: 'sealed',
      title: 'Des notes scellées',
      figure: { value: '60', of: 'jours après la clôture, et le lien avec vous est supprimé' },
      paragraphs: [
        'Jusqu’au décompte, aucun écran ne montre de moyenne, de rang ou de liste triée, ni à vous ni à l’atelier. Nous voyons combien de notes sont arrivées, pas ce qu’elles disent.',
        'Vos notes sont rangées sous un pseudonyme tiré au sort, un par récolte. Le lien entre ce pseudonyme et vous est gardé à part, et supprimé 60 jours après la clôture.',
      ],
    },
    {
      id: 'receipt',
      title: 'Le reçu',
      figure: { value: '1', of: 'ligne et un reçu pour chaque note' },
      paragraphs: [
        'Chaque note enregistrée ajoute une ligne au journal de la récolte. La ligne ne contient pas la note mais son empreinte, calculée avec un nombre secret, le sel : on ne peut pas deviner la note en la lisant.',
        'Vous recevez aussitôt un reçu : la ligne, le sel, ce que vous avez noté, et la signature de la boutique. Avec lui, on peut recalculer l’empreinte. Un code court permet de le retrouver.',
        'Changer d’avis ajoute une ligne qui nomme celle qu’elle remplace. La base de données refuse qu’une ligne soit modifiée ou supprimée.',
      ],
    },
    {
      id: 'recount',
      title: 'Refaire le compte',
      figure: { value: '10', of: 'cases par dessin : cinq notes, à porter ou non' },
      paragraphs: [
        'Le résultat publie, pour chaque dessin, les dix cases de son histogramme : chaque note de 1 à 5, avec et sans « je le porterais ». Le score s’en déduit au chiffre près, avec la formule du règlement.',
        'La marge dit quelle place un dessin aurait pu prendre avec d’autres votants tirés du même public, neuf fois sur dix. Nous préférons l’écrire plutôt que de laisser croire à une précision que nous n’avons pas.',
      ],
    },
    {
      id: 'proofs',
      title: 'Le journal que chacun vérifie',
      figure: { value: '1 h', of: 'au plus entre deux têtes signées' },
      since: 'verification',
      paragraphs: [
        'Le journal est un arbre de Merkle, comme ceux qui surveillent les certificats du web (RFC 6962). Tant qu’il grandit, sa tête est signée au moins une fois par heure, et envoyée par e-mail aux auteurs de la récolte chaque jour, à la coupe et à la clôture du vote. Nous ne pouvons donc pas réécrire le passé sans que ces têtes nous contredisent.',
        'Votre reçu se complète d’une preuve d’inclusion : elle montre que votre ligne est bien dans l’arbre.',
        'À la clôture, tout est publié en un seul dossier : le journal, ce qui ouvre chaque ligne, la liste des dessins, le résultat, les têtes signées. La page « Vérifier un vote » le recompte dans votre navigateur, un programme le fait hors ligne. Ni l’un ni l’autre ne partage de code de décompte avec notre serveur.',
        'Cela prouve que les bulletins enregistrés n’ont été ni changés, ni retirés, ni ajoutés après une tête publiée, et que le compte est juste.',
        'Nous publions aussi ce qui aide à juger du reste : le nombre de comptes qui pouvaient voter, l’âge de ceux des votants, et un décompte limité aux acheteurs quand ils sont assez nombreux pour ne trahir le vote de personne. Ces chiffres-là ne se recomptent pas : un pseudonyme ne dit rien du compte.',
      ],
      see: ['verify'],
    },
    {
      id: 'limits',
      title: 'Ce que rien ici ne prouve',
      figure: { value: '4', of: 'limites, dites telles qu’elles sont' },
      paragraphs: ['Un vote en ligne a des limites. Voici les nôtres.'],
      list: [
        'Qu’un compte est une personne. Nous vérifions une adresse e-mail, pas une identité.',
        'Que personne n’a accès aux notes. Nos écrans ne les montrent pas, mais qui administre la base de données pourrait les lire.',
        'Qu’aucun vote n’a été vendu, ou donné par amitié.',
        'Qu’un groupe discret n’a pas pesé. Un groupe de 5 % des votants, bien caché et présent seulement en finale, peut encore changer un gagnant.',
      ],
    },
  ],
};
