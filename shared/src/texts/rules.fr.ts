import type { Page } from './page.ts';
import { RULES_VERSION } from './rules-version.ts';

export const page: Page = {
  title: 'Règlement du vote',
  lead: 'Un mois, un vote, un tirage. Voici comment un dessin entre, comment il est noté, et qui gagne.',
  version: RULES_VERSION,
  sections: [
    {
      id: 'organiser',
      title: 'Qui organise',
      figure: { value: '{runSize}', of: 'pièces numérotées pour le dessin élu' },
      paragraphs: [
        'Le concours est organisé par {legalName}, {address}. Une personne répond à {email}.',
        'Participer est gratuit. Il n’y a rien à acheter pour déposer, voter ou gagner. Le hasard ne décide jamais qui gagne.',
        'La dotation est de {bountyInFull}, et la première pièce du tirage. Le dessin élu est imprimé à {runSize} pièces numérotées.',
        'Chaque récolte garde le règlement, la dotation et la taille de tirage affichés sur sa page à son ouverture, même si nous les changeons ensuite.',
      ],
      see: ['bounty'],
    },
    {
      id: 'calendar',
      title: 'Le mois',
      figure: { value: '6', of: 'temps, du dépôt à la clôture' },
      paragraphs: [
        'Les dates prévues sont sur la page de la récolte, à l’heure de l’atelier ({timeZone}). Personne ne peut avancer l’ouverture du vote, la finale ni la clôture du vote.',
      ],
      list: [
        'Dépôt : les dessins arrivent, sont contrôlés, corrigés, admis ou refusés.',
        'Vote : environ 60 % du temps de vote. Les dessins arrivent par donnes de dix.',
        'Finale : les seize mieux notés, seuls.',
        'Clôture du vote : à l’heure dite, plus aucune note n’entre. Cela se fait sans nous.',
        'Décompte : le résultat provisoire est public.',
        'Clôture de la récolte : l’atelier la prononce, et le résultat ne change plus.',
      ],
    },
    {
      id: 'entering',
      title: 'Déposer un dessin',
      figure: { value: '20', of: 'notes attendues pour chaque dessin admis' },
      paragraphs: [
        'Tout membre dont l’adresse e-mail est vérifiée peut déposer jusqu’à trois dessins par récolte. Le travail est le sien, et ses sources sont citées.',
        'L’atelier admet ou refuse, et dit pourquoi. Un dessin refusé peut être corrigé en gardant sa place. Tant que le dépôt est ouvert, vous pouvez le retirer.',
        'Un dessin qui n’est pas encore admis à l’ouverture du vote passe à la récolte suivante.',
        'Une récolte admet au plus un dessin pour vingt notes attendues : au-delà, elles ne suffiraient pas à les départager. Ce nombre est affiché.',
      ],
      see: ['designers'],
    },
    {
      id: 'dealing',
      title: 'Qui voit quoi',
      figure: { value: '10', of: 'dessins par donne' },
      paragraphs: [
        'On note seulement les dessins que l’on reçoit. Un lien partagé montre un dessin, il ne permet pas de voter pour lui.',
        'Chaque donne compte dix dessins : d’abord ceux qui ont été le moins donnés, puis un ordre propre à votre bulletin, calculé d’avance. Vous en recevez au plus 30 pendant le vote, 60 si la récolte compte 150 dessins ou plus, sauf nombre propre à la récolte.',
        'Passer un dessin est une réponse. Sans réponse sous 24 heures, le dessin retourne au paquet ; une note tardive est encore prise tant que la phase est ouverte.',
        'Avant le décompte, aucune page ne nomme les auteurs, et personne, l’atelier compris, ne voit ni moyenne ni rang.',
      ],
    },
    {
      id: 'voting',
      title: 'Voter',
      figure: { value: '5', of: 'points au plus, et un pour l’envie de le porter' },
      paragraphs: [
        'Pour voter, il faut un compte et une adresse e-mail vérifiée. On peut arriver pendant le vote et commencer aussitôt. On ne note jamais son propre dessin.',
        'Vous donnez de 1 à 5, et vous dites si vous porteriez le dessin, dans quelle taille. La note vaut 1 à 5 points ; l’envie de le porter en ajoute un.',
        'Vous pouvez changer d’avis jusqu’à la fin de la phase : la dernière note remplace la précédente.',
        'Un mot pour l’auteur, 280 caractères au plus, est gardé à part du bulletin, relu, puis joint à sa lettre de résultat.',
      ],
    },
    {
      id: 'final',
      title: 'La finale',
      figure: { value: '16', of: 'dessins en finale' },
      paragraphs: [
        'Les seize premiers dessins sont donnés de nouveau, tous s’il y en a moins de seize ; qui partage la dernière place y va aussi. Une nouvelle note remplace l’ancienne ; les autres dessins gardent les leurs. Cette coupe n’est jamais refaite.',
        'La finale est ouverte aux comptes créés avant elle. Les autres sont prévenus de la récolte suivante.',
      ],
    },
    {
      id: 'count',
      title: 'Le décompte',
      figure: { value: '10', of: 'notes moyennes ajoutées à chaque dessin' },
      paragraphs: [
        'Nous prenons la moyenne des points d’un dessin après lui avoir ajouté dix notes égales à la moyenne de la récolte. Une poignée d’amis enthousiastes ne suffit donc pas à gagner.',
        'En entier : R notes valent P points dans toute la récolte, le dessin a n notes et p points. Son score est la partie entière de 1 000 000 × (R × p + 10 × P) / (R × (n + 10)). Les calculs se font en nombres entiers, sans arrondi intermédiaire.',
        'Les notes du vote et de la finale comptent ensemble. Le finaliste au plus haut score gagne.',
        'Le résultat montre, pour chaque dessin, combien de fois chaque note a été donnée : on peut refaire le compte.',
      ],
      see: ['method'],
    },
    {
      id: 'ties',
      title: 'Égalités, quorum, marge',
      figure: { value: '7', of: 'jours de plus, une seule fois, si les notes manquent' },
      paragraphs: [
        'À score égal, la plus grande part de « je le porterais » l’emporte, puis le plus grand nombre de notes. S’ils sont encore égaux, les dessins partagent la place : chacun gagne, chacun est payé, chacun a son tirage. Sans aucune note, il n’y a pas de gagnant.',
        'Il faut 100 notes à chaque finaliste, 50 dans une récolte de moins de 500 votants, et au moins 20 notes à la médiane des dessins admis, sauf seuils propres à la récolte. Sinon la finale est prolongée de sept jours, une seule fois. Si les notes manquent toujours, la page du résultat dit que le choix s’est fait sur une liste courte.',
        'Quand l’écart entre les deux premiers est inférieur à deux fois son incertitude, la page écrit « photo-finish ».',
      ],
    },
    {
      id: 'winner',
      title: 'Gagner, et ce qui peut l’empêcher',
      paragraphs: [
        'L’atelier peut écarter un gagnant si un tiers réclame des droits ou si le dessin ne peut pas être imprimé. Le motif est publié, et le suivant prend la place.',
        'Une récolte peut être annulée jusqu’au décompte, jamais après, avec un motif publié.',
        'Chaque auteur en lice reçoit une lettre : sa place, ses notes, les mots des votants.',
      ],
      see: ['bounty'],
    },
    {
      id: 'suspicious-votes',
      title: 'Les votes suspects',
      figure: { value: '85 %', of: 'de notes identiques, et un bulletin est mis de côté' },
      since: 'review',
      paragraphs: [
        'Une note suspecte est mise de côté, jamais effacée. L’auteur du dessin n’est jamais puni pour les votes des autres.',
        'Un bulletin d’au moins dix notes dont plus de 85 % sont identiques est mis de côté d’office. Des bulletins jumeaux, ou réunis par un seul favori en nombre improbable, sont examinés par une personne. Une rafale de comptes récents depuis un même réseau n’est qu’un indice : les écoles et les bureaux partagent leur adresse.',
        'L’atelier juge des groupes sans voir leurs moyennes. Chaque décision a un motif et entre au journal public. Quand elle change le gagnant, une deuxième personne de l’atelier la signe. Le résultat montre les deux décomptes.',
        'Le votant est prévenu et peut faire appel pendant le délai affiché sur la page de la récolte. Un appel peut seulement rétablir un bulletin. Tant qu’un appel est ouvert, la récolte ne se clôt pas.',
      ],
    },
  ],
};
