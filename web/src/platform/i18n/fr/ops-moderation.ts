import type { FindingCode } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { DesignState, RefusalReason, ReviewReasonCode } from '@fraisier/shared/cycle/submission-rules.ts';

type Values = Readonly<Record<string, number | string>>;

const findings: Record<FindingCode, (values: Values, good: boolean) => string> = {
  format: ({ format }) => `Format : ${format}`,
  file_size: () => 'Fichier trop lourd',
  side_too_long: ({ width, height, most }) => `${width} × ${height} px, ${most} au plus par côté`,
  too_many_pixels: () => 'Trop de pixels',
  too_small: ({ width, height, least }) => `${width} × ${height} px, ${least} au moins par côté`,
  resolution: ({ dpi, widthMm, heightMm, goodWidthMm, goodHeightMm }, good) =>
    good
      ? `${dpi} points par pouce à ${widthMm} × ${heightMm} mm`
      : `${dpi} points par pouce : net jusqu’à ${goodWidthMm} × ${goodHeightMm} mm`,
  transparency: ({ opaquePercent }, good) =>
    good
      ? `Fond transparent, ${String(opaquePercent).replace('.', ',')}\u00a0% couverts`
      : 'Sans transparence : un rectangle plein s’imprime',
  blank: (_values, good) => (good ? 'L’image n’est pas vide' : 'Image vide'),
  shape: ({ widthMm, heightMm, areaPercent }, good) =>
    good
      ? `Remplit ${areaPercent}\u00a0% de la zone`
      : `Tout en long : ${widthMm} × ${heightMm} mm, ${areaPercent}\u00a0% de la zone`,
};

const blockers: Record<ReviewReasonCode, (detail: string) => string> = {
  submissions_closed: (phase) => `Sa récolte ne prend plus de dessins (${phase}).`,
  artwork_not_checked: () => 'Le fichier est encore au contrôle.',
  design_not_reviewable: () => 'Ce dessin n’attend pas de décision.',
  round_full: (detail) => `La récolte est pleine : ${detail} dessins.`,
  artwork_changed: (version) =>
    `L’auteur a envoyé un autre fichier (version ${version}) : rien n’est décidé à son sujet.`,
  reason_missing: () => 'Cochez une raison au moins.',
};

const refusals: Record<RefusalReason, string> = {
  too_thin: 'Traits trop fins',
  blurred_edges: 'Bords flous',
  low_resolution: 'Trop peu de pixels',
  text_unreadable: 'Texte illisible',
  not_printable: 'Ne s’imprime pas tel quel',
  not_an_image: 'N’est pas une image',
  image_broken: 'Fichier abîmé',
  blank: 'Image vide',
  likeness: 'Trop proche d’une œuvre',
  rights: 'Droits ou source manquants',
  offensive: 'S’en prend à des personnes',
  advertising: 'Publicité',
  duplicate: 'Déjà dans la récolte',
  other: 'Autre, dit ci-dessous',
};

const states: Record<DesignState, string> = {
  checked: 'À voir',
  checking: 'Au contrôle',
  admitted: 'Admis',
  refused: 'Refusés',
  withdrawn: 'Retirés',
};

export const opsModeration = {
  findings,
  blockers,
  refusals,
  states,
  title: 'Modération',
  subtitle: (designs: number, notes: number): string =>
    `${[
      designs === 0 ? 'Aucun dessin à voir' : designs === 1 ? 'Un dessin à voir' : `${designs} dessins à voir`,
      notes === 0 ? 'aucun mot à lire' : notes === 1 ? 'un mot à lire' : `${notes} mots à lire`,
    ].join(', ')}.`,
  view: 'Ce que l’on regarde',
  notes: 'Mots',
  since: (when: string) => `Le plus ancien attend depuis ${when}.`,
  queue: 'File',
  fine: 'Tout est vert',
  look: 'À regarder',
  flat: 'À plat',
  worn: 'Porté',
  empty: {
    checked: 'Tout est vu.',
    other: 'Rien ici.',
    hint: 'Les dessins arrivent ici dès que leur fichier est contrôlé.',
    notes: 'Aucun mot n’attend.',
    notesHint: 'Les mots des votants passent ici avant d’être lus par les auteurs.',
  },
  facts: {
    designer: 'Auteur',
    submitted: 'Reçu',
    round: 'Récolte',
    fabric: 'Tissu',
    inks: 'Encres',
    size: 'Fichier',
    pixels: (width: string, height: string) => `${width} × ${height} px`,
    version: (version: number) => `version ${version}`,
    original: 'Fichier d’origine',
    story: 'Histoire',
    noStory: 'Sans histoire.',
    sources: 'Sources déclarées',
    noSources: 'Aucune source déclarée.',
    alt: 'Texte alternatif',
    altEn: 'En anglais',
    findings: 'Contrôle du fichier',
    decision: 'Décision',
    decided: { admission: (when: string) => `Admis le ${when}`, refusal: (when: string) => `Refusé le ${when}` },
  },
  admit: 'Admettre',
  admitted: (title: string) => `« ${title} » est admis.`,
  admitBlocked: 'Pas admissible',
  refuse: 'Refuser',
  refused: (title: string) => `« ${title} » est refusé.`,
  refuseTitle: (title: string) => `Refuser « ${title} »`,
  refuseReasons: 'Raisons, lues par l’auteur',
  message: 'Mot à l’auteur',
  messageHint: 'Dites ce qui se corrige. L’auteur garde sa place tant que la récolte collecte.',
  messageForOther: 'Dites la raison : la case « Autre » y renvoie.',
  refuseConfirm: 'Refuser avec ces raisons',
  failed: (title: string) => `La décision sur « ${title} » n’est pas passée.`,
  next: 'Suivant',
  previous: 'Précédent',
  approve: 'Transmettre',
  approved: 'Le mot est transmis.',
  hide: 'Garder ici',
  hidden: 'Le mot reste ici.',
  noteFor: (title: string) => `Pour « ${title} »`,
  anonymous: 'Qui l’a écrit n’est montré à personne.',
};
