import type { FindingCode } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { DesignState, RefusalReason, ReviewReasonCode } from '@fraisier/shared/cycle/submission-rules.ts';

type Values = Readonly<Record<string, number | string>>;

const comma = (value: number | string | undefined) => String(value ?? 0).replace('.', ',');

const findings: Record<FindingCode, (values: Values, good: boolean) => string> = {
  format: ({ format }) => `Format : ${format}`,
  file_size: () => 'Fichier trop lourd',
  side_too_long: ({ width, height, most }) => `${width} × ${height} px, ${most} au plus par côté`,
  too_many_pixels: () => 'Trop de pixels',
  too_small: ({ width, height, least }) => `${width} × ${height} px, ${least} au moins par côté`,
  resolution: ({ dpi, sharpDpi = dpi, widthMm, heightMm, goodWidthMm, goodHeightMm }, good) =>
    good
      ? `${dpi} points par pouce à ${widthMm} × ${heightMm} mm`
      : `${sharpDpi} points par pouce : net jusqu’à ${goodWidthMm} × ${goodHeightMm} mm`,
  transparency: ({ opaquePercent }, good) =>
    good
      ? `Fond transparent, ${comma(opaquePercent)}\u00a0% couverts`
      : 'Sans transparence : un rectangle plein s’imprime',
  blank: (_values, good) => (good ? 'L’image n’est pas vide' : 'Image vide'),
  shape: ({ widthMm, heightMm, areaPercent }, good) =>
    good
      ? `Remplit ${areaPercent}\u00a0% de la zone`
      : `Tout en long : ${widthMm} × ${heightMm} mm, ${areaPercent}\u00a0% de la zone`,
  background: ({ hex, percent }, good) =>
    good ? 'Pas de fond plein autour du motif' : `Fond uni ${hex} autour du motif, ${comma(percent)}\u00a0% de l’image`,
  halo: ({ percent }, good) => (good ? 'Bords nets' : `Zones à demi transparentes, ${comma(percent)}\u00a0% du motif`),
  strays: ({ count, largestMm }, good) =>
    good ? 'Aucun point isolé' : `Points isolés : ${count}, ${comma(largestMm)} mm au plus`,
  edge: ({ leastMm, nearestMm }, good) =>
    good
      ? `${comma(nearestMm)} mm au plus près du bord`
      : `${comma(nearestMm)} mm du bord de la zone, ${comma(leastMm)} mm au moins`,
  empty_margin: ({ percent, widthMm, heightMm }, good) =>
    good
      ? 'Cadré au plus près du motif'
      : `${comma(percent)}\u00a0% de vide autour : le motif s’imprime à ${widthMm} × ${heightMm} mm`,
  thin_lines: ({ leastMm, thinnestMm, gapMm }, good) =>
    good
      ? `Traits de ${comma(leastMm)} mm au moins`
      : `${[thinnestMm && `traits de ${comma(thinnestMm)} mm`, gapMm && `vides de ${comma(gapMm)} mm`]
          .filter(Boolean)
          .join(', ')
          .replace(/^./, (letter) => letter.toUpperCase())} ; ${comma(leastMm)} mm au moins`,
  inks: ({ count, most, photographic }, good) =>
    photographic === 1
      ? `Dessin photographique${good ? '' : ' : pas d’aplats à séparer'}`
      : `${count} ${Number(count) < 2 ? 'encre' : 'encres'}${good ? '' : `, ${most} au plus`}`,
  contrast: ({ lostPercent }, good) =>
    good ? 'Se lit sur son tissu' : `${comma(lostPercent)}\u00a0% du dessin se perdent sur son tissu`,
  colour: ({ space, gamutPercent }, good) =>
    good ? `Couleurs : ${space}` : `Couleurs ${space}, converties : ${comma(gamutPercent)}\u00a0% hors de sRGB`,
};

const blockers: Record<ReviewReasonCode, (detail: string) => string> = {
  submissions_closed: (phase) => `Sa récolte ne prend plus de dessins (${phase}).`,
  artwork_not_checked: () => 'Le fichier est encore au contrôle.',
  design_not_reviewable: () => 'Ce dessin n’attend pas de décision.',
  round_full: (detail) => `La récolte est pleine : ${detail} dessins.`,
  artwork_changed: (version) =>
    `L’auteur a envoyé un autre fichier (version ${version}) : rien n’est décidé à son sujet.`,
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
  since: (when: string) => `Le plus ancien attend depuis le ${when}.`,
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
    place: 'Sur le tee-shirt',
    placeOf: (width: string, down: string, across: string) =>
      `${width} cm de large, ${down} cm sous la couture du col, ${across}`,
    centred: 'centré',
    leftOf: (cm: string) => `${cm} cm à gauche du centre`,
    rightOf: (cm: string) => `${cm} cm à droite du centre`,
    pixels: (width: string, height: string) => `${width} × ${height} px`,
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
  gone: { internal: 'Une panne de notre côté. Réessayez.', not_found: 'Ce dessin n’existe pas.' } as Record<
    string,
    string
  >,
  one: {
    checked: 'À voir',
    checking: 'Au contrôle',
    admitted: 'Admis',
    refused: 'Refusé',
    withdrawn: 'Retiré',
  } satisfies Record<DesignState, string> as Record<DesignState, string>,
  compare: {
    tag: (percent: number) => `Ressemble à ${percent} %`,
    same: (title: string) => `Presque « ${title} »`,
    alike: (title: string) => `Proche de « ${title} »`,
    percent: (percent: number) => `Contours semblables à ${percent} %`,
    upright: 'dans le même sens.',
    way: (ways: string) => `une fois l’ancien ${ways}.`,
    ways: ({ mirrored, quarters, angle }: { mirrored: boolean; quarters: number; angle: number }): string => {
      const turn = ['', 'tourné d’un quart à droite', 'mis tête en bas', 'tourné d’un quart à gauche'][quarters] ?? '';
      const all = [
        angle === 0 ? '' : `penché de ${Math.abs(angle)}° à ${angle > 0 ? 'droite' : 'gauche'}`,
        mirrored ? 'retourné en miroir' : '',
        turn,
      ].filter(Boolean);
      return all.length > 1 ? `${all.slice(0, -1).join(', ')} et ${all.at(-1)}` : (all[0] ?? '');
    },
    judge: 'Ni les couleurs ni les marges ne comptent. L’auteur n’en sait rien : à vous de juger.',
    which: (count: number) => `${count} dessins lui ressemblent`,
    mode: 'Façon de comparer',
    modes: { side: 'Côte à côte', curtain: 'Volet', swap: 'Tour à tour' },
    laid: 'Mettre l’ancien dans le même sens',
    curtain: 'Place du volet',
    shown: 'À l’écran :',
    swap: 'Changer',
    missing: 'L’image n’est pas encore tirée',
    sheet: 'Ce que déclarent les deux dessins',
    this: 'Celui-ci',
    older: 'L’ancien',
    title: 'Titre',
    state: 'État',
    nobody: 'Compte effacé',
    replaced: (version: number) => `Version ${version}, remplacée`,
  },
  chosen: {
    label: 'Dessins cochés',
    choose: (name: string) => `Cocher « ${name} »`,
    all: (count: number) => (count === 1 ? 'Cocher le dessin' : `Cocher les ${count}`),
    none: 'Tout décocher',
    count: (count: number) => (count === 1 ? 'Un dessin coché' : `${count} dessins cochés`),
    admit: (count: number) => (count === 1 ? 'Admettre 1 dessin' : `Admettre ${count} dessins`),
    refuse: (count: number) => (count === 1 ? 'Refuser 1 dessin' : `Refuser ${count} dessins`),
    clear: 'Décocher',
    escape: 'Échap',
    some: (count: number) =>
      count === 1
        ? 'Un dessin n’est pas admissible : il reste dans la file.'
        : `${count} dessins ne sont pas admissibles : ils restent dans la file.`,
    safe: 'Chaque auteur reçoit sa réponse. Vous avez quelques secondes pour reprendre ; si vous fermez la page, ce qui attend part aussitôt, et le journal dit ce qu’il en est.',
    admitted: (count: number) =>
      count === 1 ? 'Un dessin est admis.' : `${count} dessins sont admis. Rien n’est encore parti.`,
    refused: (count: number) =>
      count === 1 ? 'Un dessin est refusé.' : `${count} dessins sont refusés. Rien n’est encore parti.`,
    messageHint: 'Chaque auteur lit ces mêmes mots. Dites ce qui se corrige.',
  },
  report: {
    title: (done: number, undone: number): string =>
      undone === 0
        ? `${done === 1 ? 'Une décision est passée' : `Les ${done} décisions sont passées`}`
        : done === 0
          ? 'Rien n’est passé'
          : `${done} sur ${done + undone} sont passées`,
    became: (title: string, state: string) => `« ${title} » : ${state.toLowerCase()}`,
    notDone: (title: string) => `« ${title} » :`,
    already: (state: string, who: string, when: string) => `déjà ${state.toLowerCase()} par ${who}, ${when}.`,
    unknown: 'Dessin inconnu',
    close: 'Ranger le compte rendu',
  },
  keys: (likeness: boolean): readonly (readonly [readonly string[], string])[] => [
    [['J', '↓'], 'Dessin suivant'],
    [['K', '↑'], 'Dessin précédent'],
    [['A'], 'Admettre, ou tous ceux cochés'],
    [['R'], 'Refuser, ou tous ceux cochés'],
    [['X'], 'Cocher ce dessin'],
    [['*'], 'Cocher toute la file, ou rien'],
    [['Z'], 'Reprendre la dernière décision'],
    ...(likeness
      ? ([
          [['C'], 'Autre façon de comparer'],
          [['B'], 'Montrer l’un, puis l’autre'],
          [['T'], 'L’ancien dans le même sens, ou tel quel'],
          [['N'], 'Ressemblance suivante'],
        ] as const)
      : []),
    [['Échap'], 'Fermer le formulaire, décocher'],
  ],
  approve: 'Transmettre',
  approved: 'Le mot est transmis.',
  hide: 'Garder ici',
  hidden: 'Le mot reste ici.',
  noteFor: (title: string) => `Pour « ${title} »`,
  anonymous: 'Qui l’a écrit n’est montré à personne.',
};
