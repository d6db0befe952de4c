import type { Locale } from './people.ts';
import { emailOf } from './people.ts';

export interface CastMember {
  /** How tests call them. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'designer' | 'voter' | 'operator';
  /** Of the operators, the one who may also change the shop's settings and name operators. */
  readonly admin?: true;
  readonly locale: Locale;
  /** What one can see and do as that person, for the sign-in page. */
  readonly what: { readonly fr: string; readonly en: string };
}

function member(key: string, name: string, rest: Omit<CastMember, 'key' | 'name' | 'email'>): CastMember {
  return { key, name, email: emailOf(name), ...rest };
}

/** The people of the demo whom the sign-in page offers, the same in the seed and in the tests. */
export const cast: readonly CastMember[] = [
  member('maud', 'Maud Lesage', {
    role: 'designer',
    locale: 'fr',
    what: {
      fr: 'A gagné la dernière récolte avec « Un froid de canard ». Elle a signé son contrat ; le virement lui est dû.',
      en: 'Won the last round with “Un froid de canard”. She has signed her contract; the transfer is due.',
    },
  }),
  member('theo', 'Théo Vasseur', {
    role: 'designer',
    locale: 'fr',
    what: {
      fr: 'Deuxième avec « Poulpe fiction ». Il a sa lettre de résultat et les mots des votants.',
      en: 'Second with “Poulpe fiction”. Has his result letter and the voters’ words.',
    },
  }),
  member('ines', 'Inès Kaddour', {
    role: 'designer',
    locale: 'fr',
    what: {
      fr: 'Troisième avec « Raton laveur ». Sa lettre dit pourquoi, et à combien.',
      en: 'Third with “Raton laveur”. Her letter says by how much.',
    },
  }),
  member('oskar', 'Oskar Lindgren', {
    role: 'designer',
    locale: 'en',
    what: {
      fr: 'A concouru avec « Vertige ». Il lit le site, et sa lettre, en anglais.',
      en: 'Entered “Vertige” in the last round. Reads the site, and his letter, in English.',
    },
  }),
  member('bastien', 'Bastien Kerguelen', {
    role: 'designer',
    locale: 'fr',
    what: {
      fr: '« Ours mal léché » est au vote. Il peut noter les autres dessins, jamais le sien.',
      en: '“Ours mal léché” is being voted on. He can rate the other designs, never his own.',
    },
  }),
  member('elodie', 'Élodie Marchand', {
    role: 'designer',
    locale: 'fr',
    what: {
      fr: 'Dessine pour la récolte suivante : « Il pleut des cordes » attend la réponse de l’atelier.',
      en: 'Has entered the next round: “Il pleut des cordes” awaits the workshop’s answer.',
    },
  }),
  member('ambre', 'Ambre Nadal', {
    role: 'designer',
    locale: 'fr',
    what: {
      fr: '« Sieste obligatoire » est refusé, avec le motif. Elle peut corriger le fichier et garder sa place.',
      en: '“Sieste obligatoire” was refused, with the reason. She can correct the file and keep her place.',
    },
  }),
  member('farid', 'Farid Haddad', {
    role: 'voter',
    locale: 'fr',
    what: {
      fr: 'Ne dessine pas. Vote, et peut commander une pièce du tirage en vente.',
      en: 'Does not draw. Votes, and can order a piece of the run on sale.',
    },
  }),
  member('lea', 'Léa Fournier', {
    role: 'operator',
    admin: true,
    locale: 'fr',
    what: {
      fr: 'Tient l’atelier : fait avancer la récolte, décompte, clôt, paie, et règle la boutique.',
      en: 'Runs the workshop: moves the round on, counts, closes, pays, and keeps the shop’s settings.',
    },
  }),
  member('noe', 'Noé Castel', {
    role: 'operator',
    locale: 'fr',
    what: {
      fr: 'L’autre personne de l’atelier : admet ou refuse les dessins, prépare l’impression et les envois.',
      en: 'The workshop’s other person: admits or refuses designs, prepares printing and parcels.',
    },
  }),
];

export function castMember(key: string): CastMember {
  const found = cast.find((person) => person.key === key);
  if (!found) throw new Error(`Nobody in the demo cast is called ${key}`);
  return found;
}
