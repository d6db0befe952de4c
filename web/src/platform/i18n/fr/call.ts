import { inWordsFr } from '../numerals.ts';
import { pluralFr } from '../plural.ts';

const designs = { one: 'dessin', other: 'dessins' };
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The call for designs of a round that collects them. */
export const call = {
  title: (month: string) => `${upper(month)} se dessine maintenant.`,
  lead: (until: string, inks: number, area: string) =>
    `Dépôt ouvert jusqu’au ${until}. Un fichier PNG, JPEG ou WebP, ${inWordsFr(inks)} encres au plus, ${area}.`,
  places: (taken: number, of: string) =>
    taken === 0 ? `Aucun dessin encore, ${of} places.` : `${taken} ${pluralFr(taken, designs)} pour ${of} places.`,
  submit: 'Déposer un dessin',
  see: 'Voir les dessins admis',
};
