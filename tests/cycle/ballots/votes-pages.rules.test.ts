import type { SetAside } from '@fraisier/shared/contracts/ballots-appeals.ts';
import type { Appeal, Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { clusterActs, clusterStates, reasonsNotToDecide } from '@fraisier/shared/cycle/desk-rules.ts';
import { roundPhases } from '@fraisier/shared/cycle/round-phase.ts';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { offeredActs } from '../../../web/src/cycle/ballots/parts/ops/offered-acts.ts';
import { configure, page, render } from '../../../web/src/entry-server.tsx';
import { roundOfVotes, votesView } from '../../../web/src/platform/ops/lists.ts';
import { roundAnswer } from '../../support/round-answer.ts';

beforeAll(() => configure({ manifest: { 'src/entry-client.ts': { file: 'assets/entry.js' } } }));

const now = '2027-01-02T12:00:00.000Z';
const id = '01a20037-0d56-780c-8124-9ca98c6b2868';

function round(phase: Round['phase'], slug = '2026-12'): Round {
  const standing: Round['standing'] = {
    canVote: false,
    cannotVoteReason: 'wrong_phase',
    stage: null,
    dealt: 10,
    rated: 10,
    skipped: 0,
    left: 0,
    done: true,
    submissions: [],
  };
  const counted = phase === 'counted' || phase === 'decided' ? '2027-01-01T12:00:00.000Z' : null;
  const plain = roundAnswer(phase);
  return { ...plain, slug, number: 12, month: 12, actual: { ...plain.actual, counted }, standing };
}

/** Renders a page of a shop that answers so, and gives what is read on it. */
async function read(url: string, answers: Readonly<Record<string, unknown>>, role = 'member'): Promise<string> {
  const rendered = await render({
    url,
    origin: 'https://shop.test',
    fetchApi: async (_method, path) => {
      const me = { id, name: 'Nina', email: 'nina@fraisier.test', role, locale: 'fr', joinedAt: now };
      const payRecord = { paid: 0, onTime: 0, longestDays: null, late: 0 };
      const paying = { averageDaysToPay: null, payRecord };
      const shop = { name: 'Fraisier', timeZone: 'Europe/Paris', now, email: '', demo: false, ...paying };
      const body = { '/api/me': me, '/api/shop': shop, ...answers }[path];
      return body === undefined ? { status: 404, body: { code: 'not_found', status: 404 } } : { status: 200, body };
    },
  });
  expect(rendered.status).toBe(200);
  expect(page(rendered)).not.toMatch(/\sstyle=/);
  return rendered.html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
}

describe('a voter whose ratings are set aside', () => {
  const aside: SetAside = {
    active: true,
    since: '2026-12-20T12:00:00.000Z',
    reason: 'flat_ballot',
    ratings: 10,
    appealUntil: '2027-01-03T12:00:00.000Z',
    canAppeal: true,
    appeal: null,
  };
  const appeal = { reason: 'Tout me plaît.', answer: null, appealedAt: aside.since, decidedAt: null };
  const ballot = (lang: 'fr' | 'en', setAside: SetAside | null, phase: Round['phase'] = 'counted') =>
    read(`/${lang}/rounds/2026-12/ballot`, {
      '/api/rounds/2026-12': round(phase),
      '/api/rounds/2026-12/ballot': {
        round: '2026-12',
        stage: null,
        dealt: 10,
        skipped: 0,
        left: 0,
        canChange: false,
        setAside,
        ratings: [],
      },
    });

  it('reads what, why, that nothing is deleted, and until when they can appeal, and is accused of nothing', async () => {
    for (const [lang, said, accused] of [
      [
        'fr',
        [
          'Vos notes sont mises de côté.',
          'presque toutes vos notes sont les mêmes',
          'Rien n’est effacé',
          'Faire appel',
        ],
        /fraud|trich|suspect|coupable/i,
      ],
      [
        'en',
        ['Your ratings are set aside.', 'almost all your ratings are the same', 'Nothing is deleted', 'Appeal'],
        /fraud|cheat|suspicious|guilty/i,
      ],
    ] as const) {
      const words = await ballot(lang, aside);
      for (const sentence of said) expect(words).toContain(sentence);
      expect(words).not.toMatch(accused);
    }
    expect(await ballot('fr', aside)).toContain('C’est ouvert jusqu’au dimanche 3, 13 h.');
    expect(await ballot('fr', { ...aside, appealUntil: null }, 'frozen')).toContain('jusqu’à 48 heures après');
  });

  it('is offered an appeal only as long as there is one to make', async () => {
    expect(await ballot('fr', { ...aside, canAppeal: false })).toContain('Le délai pour faire appel est passé.');
    const sent = await ballot('fr', { ...aside, canAppeal: false, appeal: { ...appeal, state: 'open' } });
    expect(sent).toContain('Votre appel est envoyé.');
    expect(sent).toContain('Tout me plaît.');
    expect(sent).not.toContain('Comment avez-vous voté');
    const answered = { ...appeal, answer: 'Merci de vos mots.', decidedAt: now };
    const rejected = await ballot('fr', { ...aside, canAppeal: false, appeal: { ...answered, state: 'rejected' } });
    expect(rejected).toContain('Votre appel n’est pas retenu.');
    expect(rejected).toContain('Merci de vos mots.');
    const upheld = await ballot('fr', {
      ...aside,
      active: false,
      ratings: 0,
      canAppeal: false,
      appeal: { ...answered, state: 'upheld' },
    });
    expect(upheld).toContain('Vos notes comptent de nouveau.');
    expect(upheld).toContain('Votre appel est accepté.');
    expect(upheld).not.toContain('Vos notes sont mises de côté.');
  });

  it('is told nothing where all has counted', async () => {
    expect(await ballot('fr', null)).not.toMatch(/mises de côté|comptent de nouveau/);
  });
});

describe('the result', () => {
  const row = (design: string, title: string): RoundResult['ranking'][number] => {
    const figures = { score: '4100000', ratings: 60, points: 250, wouldWear: 20, histogram: Array(10).fill(6) };
    const designer = { id, name: 'Maud' };
    const place = { rank: 1, tied: false, rankLow: 1, rankHigh: 2, finalist: true, sizes: {} };
    return { design, title, designer, ...place, ...figures, all: { rank: 1, ...figures, score: '4900000' } };
  };
  const winner = (design: string, title: string) => ({ design, title, designer: 'Maud', place: 1 });
  const [maud, other] = [winner(id, 'Plein sud'), winner(id.replace('01a', '02b'), 'Ours')];
  const crowd: RoundResult['crowd'] = {
    eligible: 240,
    ages: [
      { age: 'during', voters: 3 },
      { age: 'week', voters: 0 },
      { age: 'quarter', voters: 12 },
      { age: 'year', voters: 30 },
      { age: 'older', voters: 15 },
    ],
    buyers: null,
  };
  const result = (more: Partial<RoundResult>, lang: 'fr' | 'en' = 'fr') =>
    read(`/${lang}/rounds/2026-12/result`, {
      '/api/rounds/2026-12': round('counted'),
      '/api/rounds/2026-12/result': {
        round: '2026-12',
        number: 12,
        provisional: true,
        countedAt: now,
        decidedAt: null,
        sha256: 'ab',
        totals: { designs: 2, voters: 60, ratings: 120, points: 500 },
        setAside: { voters: 0, ratings: 0 },
        winners: [maud],
        winnersOfAll: [maud],
        passedOver: [],
        photoFinish: false,
        shortlist: false,
        exposure: null,
        crowd,
        ranking: [row(maud.design, maud.title), row(other.design, other.title)],
        ...more,
      } satisfies RoundResult,
    });

  it('says in one sentence that nothing was set aside', async () => {
    const words = await result({});
    expect(words).toContain('Aucun bulletin n’a été mis de côté');
    expect(words).not.toContain('Avec toutes les notes');
  });

  it('shows both counts side by side, whether they change anything or not', async () => {
    const setAside = { voters: 9, ratings: 108 };
    const same = await result({ setAside });
    expect(same).toContain('9 bulletins, soit 108 notes, ont été mis de côté. Le gagnant est le même avec et sans.');
    expect(same).toMatch(/Notes 120 228 /);
    expect(same).toMatch(/Score de « Plein sud » 4,100000 4,900000/);
    const changed = { setAside, winnersOfAll: [other] };
    expect(await result(changed)).toMatch(/le gagnant serait un autre.*Gagnant Plein sud Ours/);
    expect(await result({ ...changed, provisional: false })).toContain('Deux personnes de l’atelier ont signé.');
  });

  it('says who voted, that too few bought to tell what they chose, and that nobody can recount it', async () => {
    const words = await result({});
    expect(words).toContain('240 comptes pouvaient voter : vérifiés, faits avant la finale.');
    expect(words).toContain('Les notes de 60 votants comptent, soit 25 % de ces comptes.');
    expect(words).toMatch(/fait pendant le vote 3 5 % moins de 7 jours 0 0 % de 7 à 89 jours 12 20 %/);
    expect(words).toContain('Moins de 20 votants avaient payé une pièce');
    expect(words).toContain('Le dossier ne permet pas de les recompter');
    const english = await result({}, 'en');
    expect(english).toContain('240 accounts could vote');
    expect(english).toContain('Fewer than 20 voters had paid for a piece');
    expect(english).toContain('The bundle cannot recount them');
    expect(await result({ crowd: null })).not.toContain('Qui a voté');
  });

  it('says whom the buyers alone would have chosen, the same or not', async () => {
    const buyers = { voters: 31, ratings: 400, winners: [other] };
    const words = await result({ crowd: { ...crowd, buyers } });
    expect(words).toMatch(/31 votants avaient payé une pièce .*le gagnant serait : Ours \. Ce n’est pas le même\./);
    expect(await result({ crowd: { ...crowd, buyers: { ...buyers, winners: [maud] } } })).toMatch(
      /le gagnant serait : Plein sud \. C’est le même\./,
    );
    expect(await result({ crowd: { ...crowd, buyers: { ...buyers, winners: [] } } })).toContain('serait : personne');
  });
});

describe('the desk', () => {
  const cluster: Cluster = {
    id,
    signal: 'sole_favourite',
    state: 'open',
    design: null,
    ballots: 14,
    signals: [
      { code: 'sole_favourite', counts: { ballots: 14, of: 21 } },
      { code: 'burst', counts: { accounts: 6, hours: 24 } },
    ],
    changesFinalists: true,
    foundAt: now,
    decisions: [],
    can: ['quarantine', 'dismissal'],
    signature: 'not_needed',
  };
  const list = (items: readonly object[]) => ({ items, nextCursor: null });
  const desk = (lang: 'fr' | 'en', clusters: readonly Cluster[], appeals: readonly Appeal[] = [], state = 'open') => {
    const base = '/api/rounds/2026-12';
    return read(
      `/${lang}/ops/votes?state=${state}`,
      {
        '/api/desk': { clustersToDecide: clusters.length, appealsToAnswer: appeals.length },
        '/api/rounds': list([round('voting')]),
        [`${base}/clusters?state=${state}`]: list(clusters),
        [`${base}/clusters?state=open`]: list(clusters),
        [`${base}/appeals?state=open`]: list(appeals.filter((one) => one.state === 'open')),
        [`${base}/appeals`]: list(appeals),
      },
      'operator',
    );
  };

  it('tells evidence in counts, decisions with who and when, and that nobody sees a score', async () => {
    const words = await desk('fr', [cluster]);
    expect(words).toContain('Personne ne voit de note avant le décompte');
    expect(words).toContain('14 bulletins aiment ce dessin et aucun autre, sur 21 de la récolte');
    expect(words).toContain('6 comptes de moins de sept jours');
    expect(words).toMatch(/Changerait les finalistes Oui/);
    const decision = { ballots: 14, by: 'Odile', decidedAt: now, leaf: 'ab'.repeat(32) };
    const decided = await desk(
      'en',
      [
        {
          ...cluster,
          state: 'dismissed',
          can: [],
          decisions: [{ act: 'dismissal', reason: 'shared_network', ...decision }],
        },
      ],
      [],
      'dismissed',
    );
    expect(decided).toContain('A shared place explains it: a school, an office, a household.');
    expect(decided).toContain('Odile, 2 January 2027 at 1 pm');
    expect(decided).not.toContain('Set aside M');
  });

  it('is calm when there is nothing to decide', async () => {
    expect(await desk('fr', [])).toContain('Rien de suspect.');
    expect(await desk('en', [], [], 'appeals')).toContain('No appeals.');
  });

  it('shows the words of an appeal and of its answer', async () => {
    const appeal: Appeal = {
      id,
      state: 'open',
      reason: 'Tout me plaît.',
      answer: null,
      appealedAt: now,
      decidedAt: null,
      decidedBy: null,
      clusters: [{ id, signal: 'flat_ballot', reason: 'flat_ballot' }],
      ratings: 10,
    };
    const answered: Appeal = {
      ...appeal,
      id: id.replace('01a', '02b'),
      state: 'rejected',
      reason: 'Et moi ?',
      answer: 'Merci.',
      decidedAt: now,
      decidedBy: 'Odile',
    };
    const words = await desk('fr', [], [appeal, answered], 'appeals');
    expect(words).toMatch(/Tout me plaît\..*Bulletins plats.*Répondre.*Répondus.*Et moi \?.*Merci\./);
    expect(words.match(/Répondre/g)).toHaveLength(1);
  });

  it('offers an act exactly where the shop allows it, and gives the shop’s own reason elsewhere', () => {
    const actor = 'someone';
    const cases = roundPhases.flatMap((phase) =>
      clusterStates.flatMap((state) =>
        (['not_needed', 'missing', 'given'] as const).flatMap((signature) =>
          [true, false].map((own) => ({ phase, state, signature, own })),
        ),
      ),
    );
    for (const { phase, state, signature, own } of cases) {
      const changesWinner = signature !== 'not_needed';
      const quarantinedBy = own ? [actor] : ['someone else'];
      const facts = { phase, state, quarantinedBy, actor, changesWinner, signed: signature === 'given' };
      const why = (act: Cluster['can'][number]) => reasonsNotToDecide(act, facts)[0] ?? null;
      // What is signed is not offered to be signed once more.
      const can = clusterActs.filter((act) => why(act) === null && !(act === 'signature' && facts.signed));
      const offered = offeredActs({ ...cluster, state, can, signature }, phase);
      expect(offered).toEqual(offered.map(({ act }) => ({ act, whyNot: why(act) })));
      expect(offered.flatMap(({ act, whyNot }) => (whyNot ? [] : [act])).toSorted()).toEqual(can.toSorted());
    }
  });
});

test('the desk opens on the round whose close is the nearest, and on the one that is asked for', () => {
  const rounds = [round('collecting', '2027-02'), round('voting', '2027-01'), round('counted', '2026-12')];
  expect(roundOfVotes(rounds, null)?.slug).toBe('2026-12');
  expect(roundOfVotes(rounds, '2027-01')?.slug).toBe('2027-01');
  expect(roundOfVotes(rounds, '2027-02')?.slug).toBe('2026-12');
  expect(roundOfVotes([round('collecting')], null)).toBeUndefined();
  expect(roundOfVotes([round('decided', '2026-11'), round('decided', '2026-10')], null)?.slug).toBe('2026-11');
  expect(votesView(new URLSearchParams('state=nonsense'))).toBe('open');
});
