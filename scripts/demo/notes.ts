import type { Locale } from './people.ts';

/** A word from a voter to a designer. It goes with a rating: the voter model gives these stars to that pair. */
export interface DemoNote {
  readonly design: string;
  /** Index in `voters`. */
  readonly voter: number;
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly text: string;
  readonly locale: Locale;
}

function note(design: string, voter: number, stars: DemoNote['stars'], text: string, locale: Locale = 'fr'): DemoNote {
  return { design, voter, stars, text, locale };
}

export const notes: readonly DemoNote[] = [
  // The decided round
  note('froid-de-canard', 10, 5, 'La patte levée fait tout. On a froid pour lui.'),
  note('froid-de-canard', 17, 5, 'Ma fille le veut en pyjama. Moi en L.'),
  note(
    'froid-de-canard',
    24,
    4,
    'Très réussi. L’écharpe tire un peu l’œil hors du dessin : plus courte, elle le ramènerait vers le bec.',
  ),
  note('froid-de-canard', 5, 5, 'Laughed on the tram, then noticed the snowflake in the bobble. Love it.', 'en'),
  note('poulpe-fiction', 31, 5, 'Le sourire très légèrement de travers : c’est lui qui m’a eu.'),
  note('poulpe-fiction', 38, 4, 'J’aime beaucoup. À deux mètres, les bras du fond se perdent dans le bleu.'),
  note(
    'poulpe-fiction',
    29,
    4,
    'It works even before you get the title. I would make the glasses a touch bigger.',
    'en',
  ),
  note('raton-laveur', 45, 5, 'La chaussette rouge est la meilleure idée du mois.'),
  note(
    'raton-laveur',
    52,
    3,
    'Le gris du hublot et le gris du poil se confondent de loin. Un ton plus clair et je mets 5.',
  ),
  note('raton-laveur', 59, 4, 'Je tiens une laverie. S’il est imprimé, il nous en faut six.'),
  note('pied-de-poule', 66, 5, 'Enfin un jeu de mots que ma couturière comprend.'),
  note('pied-de-poule', 73, 4, 'Le motif plus serré sur l’aile, c’est très bien vu.'),
  note('heure-de-pointe', 80, 5, 'C’est ma ligne, avec un peu plus de place.'),
  note('heure-de-pointe', 87, 3, 'Une sardine de moins et on verrait mieux la cravate. L’idée est excellente.'),
  note('vertige', 53, 4, 'Hypnotic from across the room. I would try it on a coloured shirt too.', 'en'),
  note('metro-boulot-dodo', 94, 4, 'Je l’offrirais à tout mon service. Le lit mériterait la plus grande station.'),
  note('faire-le-pont', 99, 4, 'Le vendredi sous l’eau : compris du premier coup, et j’y pense encore.'),
  note('l-ile-flottante', 108, 4, 'La cuillère pour le nord. J’ai eu faim toute la soirée.'),
  note('sur-son-trente-et-un', 115, 3, 'Très drôle de près. De loin, je vois deux messieurs avant de lire 31.'),
  note('mener-en-bateau', 122, 4, 'On sent presque le papier. N’y touchez plus.'),
  note(
    'coeur-d-artichaut',
    77,
    5,
    'You find the red heart last, and that is the whole joke. My mother wants one.',
    'en',
  ),
  // The voting round
  note('ours-mal-leche', 129, 5, 'Mon chien, après la pluie, exactement.'),
  note(
    'ours-mal-leche',
    136,
    3,
    'Superbe sur du noir. J’ai peur que les poils les plus fins se bouchent à l’impression.',
  ),
  note('onde-de-chat', 143, 5, 'Le creux des ondes autour de la queue est parfait.'),
  note(
    'peigner-la-girafe',
    150,
    4,
    'Son air las est très juste. Le peigne pourrait mordre davantage dans la crinière.',
  ),
  note('plein-sud', 157, 4, 'On entend les bagages. Mes parents avaient la même, en moins propre.'),
  note('avoir-la-peche', 101, 4, 'The fruit is lovely. The lettering is so strong that it steals a bit of it.', 'en'),
  note('bof', 164, 5, 'Pas mal. (C’est un 5.)'),
  note('insectes-de-bureau', 171, 5, 'J’ai montré Trombonus et Agrafa à toute la comptabilité. Succès.'),
  note('rire-jaune', 178, 4, 'Je l’ai lu avant de le voir, puis vu sans le lire. C’est bon signe.'),
];
