import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import type { Rendered } from '@fraisier/shared/http/web-build.ts';
import { beforeAll, expect, test } from 'vitest';
import { podiumOf } from '../../../web/src/cycle/rounds/gallery-calls.ts';
import { homeRounds } from '../../../web/src/cycle/rounds/home-rounds.ts';
import { exactScore, fiveOf, shortScore } from '../../../web/src/cycle/rounds/score-figure.ts';
import { voteDays } from '../../../web/src/cycle/rounds/vote-days.ts';
import { configure, page, render } from '../../../web/src/entry-server.tsx';
import { formatsFor } from '../../../web/src/platform/i18n/format.ts';
import { roundAnswer as round } from '../../support/round-answer.ts';

const fr = formatsFor('fr');
const en = formatsFor('en');

beforeAll(() => configure({ manifest: { 'src/entry-client.ts': { file: 'assets/entry.js' } } }));

const card: DesignCard = {
  id: '01a20037-0d56-780c-8124-9ca98c6b2868',
  round: '2026-11',
  title: 'Plein sud',
  altText: 'Une voiture sous des arches',
  altTextEn: null,
  fabric: 'creme',
  inks: [{ hex: '#112233', coverage: 0.2 }],
  placeholder: null,
  pictures: [{ format: 'webp', width: 640, height: 768, url: '/pictures/plein-sud' }],
  front: [],
  finalist: false,
  designer: null,
};

const standing: NonNullable<Round['standing']> = {
  canVote: true,
  cannotVoteReason: null,
  stage: 'voting',
  dealt: 10,
  rated: 6,
  skipped: 0,
  left: 20,
  done: false,
  submissions: [],
};

/** Renders a page of a shop that has these rounds, and says what it asked for. */
async function ask(
  url: string,
  rounds: readonly Round[],
  order = '7',
  shown: DesignCard = card,
): Promise<{ rendered: Rendered; words: string; asked: string[] }> {
  const asked: string[] = [];
  const items = { items: rounds, nextCursor: null };
  const rendered = await render({
    url,
    order,
    origin: 'https://shop.test',
    fetchApi: async (_method, path) => {
      asked.push(path);
      if (path === '/api/me') return { status: 200, body: null };
      if (path === '/api/shop') {
        return { status: 200, body: { timeZone: 'Europe/Paris', now: '2026-11-21T13:00:00Z', email: '', demo: false } };
      }
      if (path === '/api/rounds') return { status: 200, body: items };
      if (path.includes('/designs?')) return { status: 200, body: { items: [shown], nextCursor: null, order: 7 } };
      const found = rounds.find((one) => path === `/api/rounds/${one.slug}`);
      return found ? { status: 200, body: found } : { status: 404, body: { code: 'not_found', status: 404 } };
    },
  });
  const words = rendered.html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
  return { rendered, words, asked };
}

test('the first screen says the phase, in figures that are the round’s own', async () => {
  const said: [Round['phase'], string][] = [
    ['voting', '26 dessins, un tirage, votre avis.'],
    ['final', 'Les finalistes, un tirage, votre avis.'],
    ['frozen', 'Novembre est clos. On compte.'],
    ['collecting', 'Novembre se dessine maintenant.'],
    ['counted', 'Novembre a choisi.'],
    ['decided', 'Novembre a choisi.'],
    ['planned', 'Bientôt novembre.'],
  ];
  for (const [phase, words] of said) {
    const home = await ask('/fr', [round(phase)]);
    expect(home.rendered.status).toBe(200);
    expect(home.words).toContain(words);
  }
  // Of more than sixteen designs seventeen may be in: then none is counted.
  expect((await ask('/fr', [round('final')])).words).not.toMatch(/seize|16/);
  const small = round('final', { counts: { designs: 12, capacity: 300, voters: 9, ratings: 80 } });
  const whole = (await ask('/fr', [small])).words;
  expect(whole).toContain('12 finalistes, un tirage, votre avis.');
  expect(whole).toContain('Nous sommes en finale : douze dessins, redonnés à tous.');
  expect((await ask('/fr', [])).words).toContain('Rien encore, et c’est normal.');
  expect((await ask('/en', [round('voting')])).words).toContain('26 designs, one run, your call.');
});

test('the main act follows the visitor’s ballot, and nobody is sent into a ballot that is closed to them', async () => {
  const home = async (given: Round['standing']) => (await ask('/fr', [round('voting', { standing: given })])).words;
  expect(await home(null)).toContain('Commencer mon bulletin Dix dessins, et une fin.');
  expect(await home(standing)).toContain('Reprendre mon bulletin Vos six notes comptent déjà.');
  expect(await home({ ...standing, rated: 30, done: true })).toContain('Revoir mon bulletin C’est voté. 30 notes');
  const tooNew = await ask('/fr', [
    round('final', { standing: { ...standing, canVote: false, cannotVoteReason: 'account_too_new' } }),
  ]);
  expect(tooNew.words).toContain('La finale est ouverte aux comptes créés avant elle.');
  expect(tooNew.rendered.html).not.toContain('/ballot"');
});

test('the design on the first screen is the first of the visitor’s own order, and the same in the browser', async () => {
  for (const order of ['0', '41']) {
    const { rendered, asked } = await ask('/fr', [round('voting')], order);
    expect(asked).toContain(`/api/rounds/2026-11/designs?order=${order}&limit=1&front=true`);
    expect(JSON.parse(rendered.state).order).toBe(Number(order));
  }
  // From the cut on it is a finalist: what is out of the final does not stand for the month.
  for (const phase of ['final', 'frozen'] as const) {
    const { asked, words } = await ask('/fr', [round(phase)], '41');
    expect(asked).toContain('/api/rounds/2026-11/designs?order=41&limit=1&front=true&finalist=true');
    expect(words).toMatch(/[Uu]n des finalistes, au hasard/);
  }
  // Without a usable cookie one is drawn, and sent along.
  const drawn = new Set<number>();
  for (let visitor = 0; visitor < 40; visitor += 1) {
    const order: unknown = JSON.parse((await ask('/fr', [round('voting')], '64')).rendered.state).order;
    expect(order).toSatisfy((one) => Number.isInteger(one) && (one as number) >= 0 && (one as number) < 64);
    drawn.add(order as number);
  }
  expect(drawn.size).toBeGreaterThan(1);
});

test('the gallery marks the finalists once there are some, and only where others are out', async () => {
  const gallery = async (given: Round, finalist: boolean) =>
    (await ask('/fr/rounds/2026-11', [given], '7', { ...card, finalist })).words;
  expect(await gallery(round('final'), true)).toMatch(/ Finaliste /);
  expect(await gallery(round('final'), true)).toContain('La finale se joue entre les finalistes, marqués ici.');
  expect(await gallery(round('final'), false)).not.toMatch(/ Finaliste /);
  const few = round('final', { counts: { ...round('final').counts, designs: 12 } });
  expect(await gallery(few, true)).not.toMatch(/ Finaliste /);
});

test('the votes’ days are those of the calendar, with today and the close among them', async () => {
  expect(voteDays('2026-10-31T19:00:00Z', '2026-11-30T19:00:00Z', '2026-11-21T13:00:00Z', fr)).toMatchObject({
    total: 30,
    now: 21,
  });
  expect(voteDays('2026-11-01T08:00:00Z', '2026-11-30T23:00:00Z', '2026-11-01T09:00:00Z', fr)).toMatchObject({
    total: 30,
    now: 1,
  });
  expect(voteDays('2026-10-31T19:00:00Z', '2026-11-30T19:00:00Z', '2026-10-31T20:00:00Z', fr).now).toBe(0);
  const { words } = await ask('/fr', [round('voting')]);
  expect(words).toContain('Clôture dans 9 jours, lundi 30 à 20 h');
});

test('a result that is not there yet says when it comes, and asks for none', async () => {
  const { words, asked, rendered } = await ask('/fr/rounds/2026-11/result', [round('voting')]);
  expect(rendered.status).toBe(200);
  expect(words).toContain('Novembre n’est pas encore compté.');
  expect(words).toContain('Le vote se clôt lundi 30, 20 h.');
  expect(asked).not.toContain('/api/rounds/2026-11/result');
  expect((await ask('/fr/rounds/2026-09/result', [round('voting')])).rendered.status).toBe(404);
});

test('a gallery shows every phase without a style attribute or an author', async () => {
  const phases: Round['phase'][] = ['planned', 'collecting', 'voting', 'final', 'frozen', 'cancelled'];
  for (const phase of phases) {
    const designs = phase === 'planned' ? 0 : 26;
    const given = round(phase, { counts: { designs, capacity: 300, voters: 0, ratings: 0 }, cancelReason: 'Grève.' });
    const { rendered, words } = await ask('/fr/rounds/2026-11?pages=9999', [given]);
    expect(rendered.status).toBe(200);
    expect(page(rendered)).not.toMatch(/\sstyle=/);
    expect(words).toContain(designs ? 'Les 26 de novembre' : 'Rien encore, et c’est normal.');
    expect(words).not.toContain('/designers/');
  }
});

test('the home page takes the vote that ends first, and the latest result', () => {
  const rounds = homeRounds([
    round('collecting', { slug: '2027-01' }),
    round('voting', { slug: '2026-12' }),
    round('final', { slug: '2026-11' }),
    round('counted', { slug: '2026-10' }),
    round('decided', { slug: '2026-09' }),
  ]);
  expect(rounds.open?.slug).toBe('2026-11');
  expect(rounds.published?.slug).toBe('2026-10');
  expect(rounds.collecting?.slug).toBe('2027-01');
});

test('a score is written to the millionth, and cut, never rounded up', () => {
  expect(exactScore('4119999', fr)).toBe('4,119999');
  expect(shortScore('4119999', fr)).toBe('4,11');
  expect(shortScore('4119999', en)).toBe('4.11');
  expect(exactScore('42', en)).toBe('0.000042');
  expect(fiveOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({ counts: [3, 7, 11, 15, 19], worn: [2, 4, 6, 8, 10] });
});

test('who was passed over is not on the podium, and the winner stands first', () => {
  const row = (design: string, rank: number) => ({ design, rank, title: design }) as never;
  const result = {
    ranking: [row('a', 1), row('b', 2), row('c', 3), row('d', 4)],
    winners: [{ design: 'b' }],
    passedOver: [{ design: 'a' }],
  } as never;
  expect(podiumOf(result, 3).map(({ design }) => design)).toEqual(['b', 'c', 'd']);
});
