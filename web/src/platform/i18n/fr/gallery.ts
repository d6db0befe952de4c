import { deFr } from '@fraisier/shared/cycle/elision.ts';
import { pluralFr } from '../plural.ts';

const designs = { one: 'dessin', other: 'dessins' };
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Rounds and their galleries. */
export const gallery = {
  round: (number: number, month: string) => `Récolte nº ${number}, ${month}`,
  archive: {
    title: 'Toutes les récoltes',
    lead: 'Une par mois, chacune avec son encre. Les résultats restent, les comptes aussi.',
    description: 'Toutes les récoltes de Fraisier : dessins, votes, gagnants et tirages, mois par mois.',
    number: (number: number) => `Nº ${number}`,
    winner: (title: string, name: string) => `${title}, ${deFr(name)}`,
    open: (month: string) => `La récolte ${deFr(month)}`,
    designs: (count: number, shown: string) => `${shown} ${pluralFr(count, designs)}`,
    voters: (count: number, shown: string) => `${shown} ${pluralFr(count, { one: 'votant', other: 'votants' })}`,
    ratings: (count: number, shown: string) => `${shown} ${pluralFr(count, { one: 'note', other: 'notes' })}`,
    dates: {
      planned: (at: string) => `Dépôt dès le ${at}`,
      collecting: (at: string) => `Vote dès le ${at}`,
      voting: (at: string) => `Clôture le ${at}`,
      final: (at: string) => `Clôture le ${at}`,
      frozen: (at: string) => `Clos le ${at}`,
      counted: (at: string) => `Compté le ${at}`,
      decided: (at: string) => `Décidé le ${at}`,
      cancelled: (at: string) => `Annulée le ${at}`,
    },
    more: 'Les récoltes d’avant',
    empty: 'Pas encore de récolte.',
    emptyLink: 'Lire la méthode',
    emptyText: 'La première s’affichera ici dès qu’elle est au calendrier.',
  },
  title: (count: number, month: string) => (count === 1 ? `Le premier ${deFr(month)}` : `Les ${count} ${deFr(month)}`),
  emptyTitle: (month: string) => upper(month),
  description: (count: number, month: string) =>
    `${count} ${pluralFr(count, designs)} de la récolte ${deFr(month)}, dans un ordre tiré au sort.`,
  intro: {
    planned: (at: string) => `Le dépôt ouvre ${at}.`,
    collecting: (at: string, count: number, of: string) =>
      `Déjà admis : ${count} pour ${of} places. Le vote ouvre ${at}. D’ici là, chacun a la même place : même taille, ordre tiré au sort, auteur masqué.`,
    late: (count: number, of: string) =>
      `Déjà admis : ${count} pour ${of} places. Le vote ouvre dès que deux dessins le sont.`,
    voting: (at: string) =>
      `Le vote se clôt ${at}, les notes sont scellées jusqu’au décompte. D’ici là, chacun a la même place : même taille, ordre tiré au sort, auteur masqué.`,
    final: (at: string) =>
      `La finale se joue entre les finalistes, marqués ici. Elle se clôt ${at} ; jusqu’au décompte les notes restent scellées, l’ordre tiré au sort, l’auteur masqué.`,
    frozen: 'Le vote est clos, les notes sont scellées jusqu’au décompte. L’auteur reste masqué jusque-là.',
    counted:
      'Compté : chaque dessin porte le nom de son auteur. L’ordre reste tiré au sort, le classement est au résultat.',
    cancelled: 'Cette récolte a été annulée.',
    cancelReason: (reason: string) => `Raison donnée par l’atelier : ${reason}`,
  },
  view: { label: 'Vue', flat: 'À plat', worn: 'Porté' },
  order: 'Tiré au sort pour vous',
  shown: (shown: number, of: number) => (shown === of ? `${of} sur ${of}` : `1 à ${shown} sur ${of}`),
  more: (count: number) => (count === 1 ? 'Voir le dernier' : `Voir les ${count} suivants`),
  rated: 'Déjà noté',
  finalist: 'Finaliste',
  by: (name: string) => deFr(name),
  ballot: 'Commencer mon bulletin',
  resume: 'Reprendre mon bulletin',
  done: 'Revoir mon bulletin',
  submit: 'Déposer un dessin',
  result: 'Voir le résultat',
  all: 'Toutes les récoltes',
  empty: {
    planned: 'Rien encore, et c’est normal.',
    plannedText: 'Les dessins arrivent à l’ouverture du dépôt. De quoi en préparer un est déjà là.',
    template: 'Gabarit et encres',
    collecting: 'Aucun dessin admis pour l’instant.',
    text: 'Le premier qui passe l’atelier ouvre la galerie.',
    none: 'Cette récolte n’a pas eu de dessin.',
    noneText: 'Sans dessin, ni vote ni tirage. Les autres récoltes restent ouvertes à qui veut les lire.',
  },
};
