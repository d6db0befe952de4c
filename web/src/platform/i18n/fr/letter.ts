const numerals = ['', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'];
const people = (count: number) =>
  `${numerals[count] ?? count} ${count === 1 ? 'personne vous a' : 'personnes vous ont'}`;

/** The result letter: the fact first, then one figure a paragraph, then what is still possible. */
export const letter = {
  title: (design: string) => `Votre résultat, « ${design} »`,
  dateline: (city: string, day: string) => (city === '' ? `Le ${day}` : `${city}, le ${day}`),
  round: (number: number) => `Récolte nº ${number}`,
  hello: (name: string) => `Bonjour ${name},`,
  won: (design: string) => `« ${design} » est élu.`,
  wonRest: 'Il part au tirage.',
  notPrinted: (design: string) => `« ${design} » n’est pas imprimé ce mois-ci.`,
  passedOver: (design: string) => `« ${design} » ne sera pas imprimé.`,
  passedOverRest: (reason: string) => `La raison, publiée avec le résultat : ${reason}`,
  place: (rank: string, of: string) => ({ before: 'Il finit ', rank, after: ` sur ${of}.` }),
  noRank: (ratings: number, least: number) =>
    `Il a ${ratings} ${ratings < 2 ? 'note' : 'notes'} : en dessous de ${least}, nous ne donnons pas de rang.`,
  finalist: 'Il était en finale.',
  winners: (list: string, count: number) =>
    count === 1 ? `C’est ${list} qui part au tirage.` : `Ce sont ${list} qui partent au tirage.`,
  winner: (title: string, designer: string) => `« ${title} », de ${designer},`,
  ratings: (count: string, many: boolean) => (many ? `${count} personnes l’ont noté.` : `${count} personne l’a noté.`),
  wear: (count: string, many: boolean, sizes: string) =>
    `${count} ${many ? 'le porteraient' : 'le porterait'}${sizes === '' ? '' : `, le plus souvent en ${sizes}`}.`,
  noWear: 'Personne n’a dit vouloir le porter.',
  band: (from: string, to: string) =>
    `La marge le situe entre la ${from} et la ${to} place : avec d’autres votants, il y finirait neuf fois sur dix. Nous préférons vous le dire.`,
  bandOne: (place: string) => `Avec d’autres votants, il finirait ${place} neuf fois sur dix : la marge est nulle.`,
  bandLabel: (rank: string, from: string, to: string, of: string) =>
    `Rang ${rank} sur ${of}, entre la ${from} et la ${to} place`,
  notes: (count: number) => `${people(count)} laissé un mot. ${count === 1 ? 'Le voici' : 'En voici un'} :`,
  quote: (note: string) => `« ${note} »`,
  by: 'Une personne qui a voté',
  otherNotes: (count: number) => (count === 1 ? 'Lire l’autre mot' : `Lire les ${count} autres mots`),
  bounty:
    'La dotation est due depuis ce jour. Dites-nous où la verser, lisez le contrat, choisissez votre taille : la pièce nº 1 est la vôtre.',
  next: (round: string, until: string) =>
    `La récolte de ${round} prend des dessins jusqu’au ${until}. Celui-ci peut y revenir redessiné, ou un autre.`,
  noNext: 'La prochaine récolte n’a pas encore ses dates.',
  yours: 'Et si vous préférez le vendre ailleurs, il est à vous, entièrement.',
  write: 'Écrivez-nous',
  reply: 'si quelque chose ne va pas : une personne lit, et répond.',
  for: 'pour l’atelier',
  toBounty: 'Voir ma dotation',
  toSubmit: 'Déposer un dessin',
  toResult: 'Voir la page du résultat',
  print: 'Imprimer',
  rankOf: (of: string) => `sur ${of}`,
  histogram: 'Les notes, de 5 à 1',
  sizes: 'Ils le porteraient en',
  sizesTable: 'Tailles demandées',
  alt: (design: string) => `Le tee-shirt « ${design} »`,
};
