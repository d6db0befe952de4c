import type { DesignState, RefusalReason } from '@fraisier/shared/cycle/submission-rules.ts';

/**
 * Which demo design stands in which round: none in two. `appeal` (0 to 1) is what the voter model draws its ratings
 * from; a collecting round has no votes yet.
 */
export interface VotedDesign {
  readonly id: string;
  readonly appeal: number;
}

export interface CollectedDesign {
  readonly id: string;
  /** `checked` awaits an operator. */
  readonly state: Extract<DesignState, 'admitted' | 'checked' | 'refused'>;
  /** What the operator answered: codes, and words to the designer. */
  readonly refusal?: { readonly reasons: readonly RefusalReason[]; readonly message: string };
}

export const decidedRound: readonly VotedDesign[] = [
  { id: 'froid-de-canard', appeal: 0.93 },
  { id: 'poulpe-fiction', appeal: 0.83 },
  { id: 'raton-laveur', appeal: 0.77 },
  { id: 'pied-de-poule', appeal: 0.69 },
  { id: 'heure-de-pointe', appeal: 0.67 },
  { id: 'coeur-d-artichaut', appeal: 0.63 },
  { id: 'l-ile-flottante', appeal: 0.6 },
  { id: 'mener-en-bateau', appeal: 0.55 },
  { id: 'faire-le-pont', appeal: 0.53 },
  { id: 'vertige', appeal: 0.5 },
  { id: 'metro-boulot-dodo', appeal: 0.46 },
  { id: 'chapeau-melon', appeal: 0.42 },
  { id: 'sur-son-trente-et-un', appeal: 0.38 },
  { id: 'pedaler-dans-la-semoule', appeal: 0.34 },
];

export const votingRound: readonly VotedDesign[] = [
  { id: 'ours-mal-leche', appeal: 0.84 },
  { id: 'onde-de-chat', appeal: 0.88 },
  { id: 'peigner-la-girafe', appeal: 0.76 },
  { id: 'grand-soleil', appeal: 0.71 },
  { id: 'plein-sud', appeal: 0.79 },
  { id: 'avoir-la-peche', appeal: 0.73 },
  { id: 'salade-de-fruits', appeal: 0.62 },
  { id: 'lune-de-miel', appeal: 0.7 },
  { id: 'bof', appeal: 0.65 },
  { id: 'insectes-de-bureau', appeal: 0.81 },
  { id: 'faux-pull', appeal: 0.58 },
  { id: 'a-l-ouest', appeal: 0.49 },
  { id: 'poser-un-lapin', appeal: 0.6 },
  { id: 'un-chat-dans-la-gorge', appeal: 0.52 },
  { id: 'noyer-le-poisson', appeal: 0.56 },
  { id: 'ca-rame', appeal: 0.44 },
  { id: 'entre-chien-et-loup', appeal: 0.74 },
  { id: 'minute-papillon', appeal: 0.59 },
  { id: 'revenons-a-nos-moutons', appeal: 0.68 },
  { id: 'la-vie-de-chateau', appeal: 0.47 },
  { id: 'une-araignee-au-plafond', appeal: 0.36 },
  { id: 'rire-jaune', appeal: 0.66 },
  { id: 'une-vache-espagnole', appeal: 0.57 },
  { id: 'anguille-sous-roche', appeal: 0.63 },
  { id: 'tomber-dans-les-pommes', appeal: 0.54 },
  { id: 'ciel-de-lit', appeal: 0.69 },
];

export const collectingRound: readonly CollectedDesign[] = [
  { id: 'fraisier', state: 'admitted' },
  { id: 'mille-quatre-cent', state: 'admitted' },
  { id: 'dans-de-beaux-draps', state: 'admitted' },
  { id: 'vieux-motard', state: 'admitted' },
  { id: 'grasse-matinee', state: 'admitted' },
  { id: 'les-carottes-sont-cuites', state: 'admitted' },
  { id: 'il-pleut-des-cordes', state: 'checked' },
  { id: 'un-poil-dans-la-main', state: 'checked' },
  // Made by code from `poulpe-fiction` of the decided round: mirrored, leaning and in other inks. The desk finds it.
  { id: 'pieuvre-du-vendredi', state: 'checked' },
  {
    id: 'sieste-obligatoire',
    state: 'refused',
    // Measured on the rendered file: 1.9 mm on the right, 3.0 mm on the left.
    refusal: {
      reasons: ['not_printable'],
      message:
        'La palme de droite arrive à 1,9 mm du bord de la zone d’impression, celle de gauche à 3 mm : au calage, l’une des deux serait coupée. Réduisez un peu le dessin et renvoyez-le, votre place est gardée.',
    },
  },
  {
    id: 'couper-les-cheveux-en-quatre',
    state: 'refused',
    refusal: {
      reasons: ['not_printable'],
      message:
        'Vous comptez une encre blanche, et le tissu choisi est blanc : elle ne se verrait pas. Laissez ces parties vides, ou choisissez un tissu de couleur, et renvoyez le fichier. Le trait, lui, passe très bien.',
    },
  },
];

/** In the order in which their pictures are needed: voting first. */
export const designsByUrgency: readonly string[] = [...votingRound, ...decidedRound, ...collectingRound].map(
  (design) => design.id,
);
