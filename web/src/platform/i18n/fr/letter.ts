/** Around the result letter: its own words are shared with its mail and its paper (shared/src/cycle/letter-text.ts). */
export const letter = {
  title: (design: string) => `Votre résultat, « ${design} »`,
  dateline: (city: string, day: string) => (city === '' ? `Le ${day}` : `${city}, le ${day}`),
  round: (number: number) => `Récolte nº ${number}`,
  quote: (note: string) => `« ${note} »`,
  otherNotes: (count: number) => (count === 1 ? 'Lire l’autre mot' : `Lire les ${count} autres mots`),
  toBounty: 'Voir ma dotation',
  toSubmit: 'Déposer un dessin',
  toResult: 'Voir la page du résultat',
  paper: 'Lettre en PDF',
  rankOf: (of: string) => `sur ${of}`,
  histogram: 'Les notes, de 5 à 1',
  sizes: 'Ils le porteraient en',
};
