import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure, render } from '../../web/src/entry-server.tsx';
import { planAndOpen } from '../support/month.ts';
import { type Client, openShop, type TestShop } from '../support/shop.ts';

/** Pages of a shop where nothing has happened, as the server writes them from the real answers. */
let shop: TestShop;
beforeAll(async () => {
  configure({ manifest: { 'src/entry-client.ts': { file: 'assets/entry.js' } } });
  shop = await openShop({ demo: false, smtpUrl: 'smtp://127.0.0.1:9' });
}, 60_000);
afterAll(() => shop?.close());

async function read(as: Client, url: string): Promise<string> {
  const { status, html } = await render({
    url,
    origin: 'https://shop.test',
    fetchApi: async (_method, path) => {
      const { status, body } = await as.get(path);
      return { status, body };
    },
  });
  expect(status, url).toBe(200);
  const titles = [...html.matchAll(/<h1[^>]*>(.*?)<\/h1>/gs)].map(([, inner]) => inner!.replace(/<[^>]+>/g, '').trim());
  expect(titles, url).toHaveLength(1);
  expect(titles[0], url).not.toBe('');
  // With its links, without its other marks.
  return html.replace(/<a [^>]*href="([^"]*)"[^>]*>/g, '[$1] ').replace(/<[^>]+>/g, ' ');
}

describe('a shop with nothing in it says so, and where one can go from there', () => {
  it.each([
    [
      '/fr',
      /Rien encore,.*première récolte n’est pas encore au calendrier.*\[\/fr\/pages\/designers\].*\[\/fr\/pages\/method\]/s,
    ],
    ['/en', /Nothing yet,.*first round is not in the calendar.*\[\/en\/pages\/designers\]/s],
    ['/fr/rounds', /Pas encore de récolte\..*\[\/fr\/pages\/method\]/s],
    ['/en/runs', /Nothing yet.*\[\/en\/?[^\]]*\]/s],
    ['/fr/sign-in', /0\s+mot de passe.*15\s+minutes/s],
    ['/fr/contact', /2\s+jours ouvrés/s],
  ])('%s, to a visitor', async (url, says) => {
    expect(await read(shop.visitor, url)).toMatch(says);
  });

  it('the notebook, to someone who has not even a name', async () => {
    const member = await shop.member({ name: '' });
    const text = await read(member, '/fr/me');
    expect(text).toMatch(
      /Mon carnet.*Aucun dessin déposé.*\[\/fr\/rounds\].*Aucun bulletin.*Aucune pièce.*\[\/fr\/runs\]/s,
    );
  });

  it.each([
    ['/fr/ops', /Aucune récolte à venir.*planifiez l’année/s],
    ['/fr/ops/rounds', /Aucune récolte en cours\..*Planifiez l’année.*ou la première/s],
    ['/fr/ops/moderation', /Tout est vu\..*n’est au calendrier.*\[\/fr\/ops\/rounds\/calendar\]/s],
    ['/fr/ops/votes', /Aucune récolte ne vote\..*n’est au calendrier.*\[\/fr\/ops\/rounds\/calendar\]/s],
    ['/fr/ops/bounties', /Aucune dotation encore\..*clôture d’une récolte.*\[\/fr\/ops\/rounds\/calendar\]/s],
    ['/fr/ops/ledger', /Aucune écriture encore/],
    ['/fr/ops/prints', /Aucun tirage encore\..*clôture d’une récolte.*\[\/fr\/ops\/rounds\/calendar\]/s],
    ['/fr/ops/orders', /Aucune commande encore\..*clôture d’une récolte.*\[\/fr\/ops\/rounds\/calendar\]/s],
    ['/fr/ops/messages', /Aucun message\..*Nous écrire.*\[\/fr\/contact\]/s],
    ['/fr/ops/mail', /Aucun e-mail encore\..*\[\/fr\/ops\/mail\?view=samples\]/s],
    ['/fr/ops/audit', /Le journal est vide\./],
    ['/fr/ops/audit?words=ours', /Aucun acte ne répond.*\[\/fr\/ops\/audit\]/s],
  ])('%s, to an operator', async (url, says) => {
    expect(await read(await shop.operator({ email: 'lea@fraisier.test' }), url)).toMatch(says);
  });
});

describe('a round that waits for designs', () => {
  it('has a gallery that leads to what one draws with, then to handing in, and names no date that is past', async () => {
    const { slug, operator } = await planAndOpen(shop, { phase: 'planned', slug: '2031-03' });
    const gallery = () => read(shop.visitor, `/fr/rounds/${slug}`);
    expect(await gallery()).toMatch(/Rien encore, et c’est normal\..*\[\/fr\/pages\/designers\]/s);

    const { body: round } = await operator.get(`/api/rounds/${slug}`).expect(200);
    await shop.setClock(new Date(Date.parse(round.planned.collecting) + 60_000));
    await operator.post(`/api/rounds/${slug}/advance`, { to: 'collecting' }).expect(200);
    expect(await gallery()).toMatch(/Le vote ouvre (?!dès).*Aucun dessin admis.*\[\/fr\/rounds\/2031-03\/submit\]/s);

    await shop.setClock(new Date(Date.parse(round.planned.voting) + 3_600_000));
    expect(await gallery()).toMatch(/Le vote ouvre dès que deux dessins le sont\./);
    expect(await read(shop.visitor, '/fr')).toContain('Le vote ouvre dès que deux dessins sont admis');
    const ops = (room: string) => read(operator, `/fr/ops/${room}`);
    expect(await ops('votes')).toMatch(
      /le vote ouvre dès que deux dessins sont admis.*\[\/fr\/ops\/rounds\/2031-03\]/s,
    );
    for (const room of ['orders', 'prints', 'bounties']) {
      expect(await ops(room)).toMatch(/31\s+jours.*le vote s’arrête le 31\s+mars.*puis la récolte se clôt/s);
    }
    expect(await ops('moderation')).toMatch(/Tout est vu\..*le dépôt est ouvert/s);
  });
});
