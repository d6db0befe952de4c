import type { Deps } from '@fraisier/server/deps.ts';
import type { Member } from '@fraisier/server/people/accounts.ts';
import { ensureMember, findMember } from '@fraisier/server/people/members.sql.ts';
import { listDemoPeople, putDemoPerson } from '@fraisier/server/platform/demo/demo.sql.ts';
import { readSettings, writeSettings } from '@fraisier/server/platform/settings/settings.sql.ts';
import { cast, castMember } from './cast.ts';
import { authors, voters } from './people.ts';

/** Everyone of the demo, with their accounts. */
export interface DemoPeople {
  /** By name. */
  readonly authors: ReadonlyMap<string, Member>;
  /** In the order of `voters`: the voter model knows them by their index. */
  readonly voters: readonly Member[];
  /** By their key in the cast. */
  readonly cast: ReadonlyMap<string, Member>;
}

/** The demo is whole once its people can be chosen on the sign-in page: that is written last. */
export async function isSeeded(deps: Deps): Promise<boolean> {
  return (await listDemoPeople(deps.db)).length === cast.length;
}

export async function openDoors(deps: Deps, people: DemoPeople): Promise<void> {
  for (const [place, { key, what }] of cast.entries()) {
    await putDemoPerson(deps.db, {
      key,
      place,
      member_id: people.cast.get(key)!.id,
      what_fr: what.fr,
      what_en: what.en,
    });
  }
}

export async function seedPeople(deps: Deps): Promise<DemoPeople> {
  const add = async (person: Parameters<typeof ensureMember>[1]): Promise<Member> =>
    (await findMember(deps.db, await ensureMember(deps.db, person)))!;
  const byName = new Map<string, Member>();
  for (const person of authors) byName.set(person.name, await add(person));
  const crowd: Member[] = [];
  for (const person of voters) crowd.push(await add(person));
  const byKey = new Map<string, Member>();
  for (const { key, name, email, locale, role, admin } of cast) {
    const rank = role === 'operator' ? (admin ? 'admin' : 'operator') : 'member';
    byKey.set(key, await add({ name, email, locale, role: rank }));
  }
  return { authors: byName, voters: crowd, cast: byKey };
}

/** A shop that says who it is. The IBAN is a documented example that no bank has given out. */
export async function seedSettings(deps: Deps): Promise<void> {
  const settings = await readSettings(deps.db);
  if (settings.legal_name) return;
  const { updated_at: _, ...kept } = settings;
  await deps.db.transaction().execute((trx) =>
    writeSettings(trx, {
      ...kept,
      legal_name: 'Fraisier (boutique de démonstration)',
      legal_form: 'SAS fictive au capital de 1 000 €',
      registration: '000 000 000 RCS Bobigny',
      vat_number: 'FR00000000000',
      publisher: castMember('lea').name,
      street: '12 rue de l’Atelier',
      postal_code: '93100',
      city: 'Montreuil',
      host: 'Hébergeur fictif, 1 rue du Serveur, 93100 Montreuil, 01 00 00 00 00',
      mediator: 'Médiateur fictif de la démonstration, 2 rue de l’Accord, 75000 Paris, mediateur.example',
      email: 'bonjour@fraisier.test',
      debtor_name: 'Fraisier',
      debtor_iban: 'FR7630006000011234567890189',
      debtor_bic: 'AGRIFRPP',
    }),
  );
}
