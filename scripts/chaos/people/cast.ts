import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type Client, clientOf } from '../client.ts';
import type { Dice } from '../dice.ts';
import type { History } from '../history.ts';
import type { Plan } from '../plan.ts';
import type { ChaosShop } from '../shop.ts';

/** A designer, who may win: with accounts of their own that no one else has. */
export interface Designer {
  readonly client: Client;
  readonly email: string;
  readonly round: string;
  readonly design: string;
  /** The first is the one that they mean; the second one is asked for later, where the first is closed. */
  readonly ibans: readonly [string, string];
  /** Of someone else: what a thief would put in. */
  readonly stolen: string;
}

export interface Cast {
  readonly operators: readonly [Client, Client];
  readonly voters: readonly Client[];
  readonly buyers: readonly Client[];
  readonly designers: readonly Designer[];
  /** A sign-in of now, for what asks for one. */
  signInAgain(client: Client): Promise<Client>;
}

/**
 * Everyone, signed in, and the designs, as rows: what is looked into here begins with the vote. Planning the months is
 * the operators' own work.
 */
export async function castOf(shop: ChaosShop, history: History, plan: Plan, dice: Dice): Promise<Cast> {
  let people = 0;
  const signIn = async (id: string, name: string): Promise<Client> => {
    people += 1;
    const token = randomBytes(24).toString('hex');
    await shop.ask(
      `insert into sessions (member_id, token, expires_at, created_at)
       values ($1, $2, clock_timestamp() + interval '60 days', clock_timestamp())`,
      [id, token],
    );
    const signature = createHmac('sha256', shop.secret).update(token).digest('base64');
    const cookie = `fraisier.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
    return clientOf(shop.appUrl, history, { id, name, cookie, ip: `10.8.${people >> 8}.${people & 255}` });
  };
  const join = async (name: string, role = 'member') => {
    const email = `${name.toLowerCase().replaceAll(' ', '-')}@chaos.test`;
    const [row] = await shop.ask<{ id: string }>(
      `insert into members (email, email_verified, name, role, locale, joined_at, created_at)
       values ($1, true, $2, $3, $4, shop_now() - interval '90 days', shop_now() - interval '90 days') returning id`,
      [email, name, role, people % 2 === 0 ? 'fr' : 'en'],
    );
    return { email, client: await signIn(row!.id, name) };
  };
  const many = async (count: number, name: string) => {
    const all: Client[] = [];
    for (let nth = 1; nth <= count; nth++) all.push((await join(`${name} ${nth}`)).client);
    return all;
  };

  const admin = (await join('Anna', 'admin')).client;
  const operators = [(await join('Odile', 'operator')).client, (await join('Oscar', 'operator')).client] as const;
  await settle(admin);
  await planMonths(operators[0], plan);
  const designers: Designer[] = [];
  for (const { slug } of plan.rounds) {
    for (let nth = 1; nth <= plan.designs; nth++) {
      const { client, email } = await join(`Designer ${slug} ${nth}`);
      const design = await enterDesign(shop, slug, client.id, nth);
      designers.push({
        client,
        email,
        round: slug,
        design,
        ibans: [newIban(dice), newIban(dice)],
        stolen: newIban(dice),
      });
    }
  }
  return {
    operators,
    voters: await many(plan.voters, 'Voter'),
    buyers: await many(plan.buyers, 'Buyer'),
    designers,
    signInAgain: ({ id, name }) => signIn(id, name),
  };
}

export const SHOP_IBAN = 'FR7630006000011234567890189';

async function settle(admin: Client): Promise<void> {
  const settings = await admin.get<object>('/api/settings');
  const { outcome, code } = await admin.ask('PUT', '/api/settings', {
    body: { ...settings, debtorName: 'Fraisier', debtorIban: SHOP_IBAN, debtorBic: 'AGRIFRPP' },
  });
  if (outcome !== 'ok') throw new Error(`the settings are not taken: ${code}`);
}

async function planMonths(operator: Client, { rounds }: Plan): Promise<void> {
  for (const { slug } of rounds) {
    const body = { slug, quorumFinal: 0, quorumMedian: 0, appealHours: 0, runSize: 6 };
    const { outcome, code } = await operator.ask('POST', '/api/rounds', { body });
    if (outcome !== 'ok') throw new Error(`${slug} is not planned: ${code}`);
  }
}

async function enterDesign(shop: ChaosShop, slug: string, designer: string, nth: number): Promise<string> {
  const [row] = await shop.ask<{ id: string }>(
    `with design as (
       insert into designs (round_id, designer_id, title, story, alt_text, fabric, sources, rights_declared_at, state,
         admitted_at)
       select id, $2, $3, 'Why', 'What', 'blanc', '', shop_now(), 'admitted', shop_now() from rounds where slug = $1
       returning id
     ), artwork as (
       insert into artworks (design_id, version, storage_key, sha256, bytes, file_name, format, width, height, has_alpha,
         inks, findings, checked_at)
       select id, 1, 'artworks/' || id || '.png', $4, 1000, 'design.png', 'png', 3543, 4252, true,
         '[{"hex": "#102030", "coverage": 1}]', '[]', shop_now() from design
       returning id, design_id
     )
     select design_id as id from artwork`,
    [slug, designer, `Design ${slug} ${nth}`, createHash('sha256').update(`${slug} ${nth}`).digest()],
  );
  await shop.ask('update designs set artwork_id = (select id from artworks where design_id = $1) where id = $1', [
    row!.id,
  ]);
  return row!.id;
}

/** A German account number with the right check digits, as nobody has it. */
function newIban(dice: Dice): string {
  const account = Array.from({ length: 18 }, () => dice.between(0, 9)).join('');
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}
