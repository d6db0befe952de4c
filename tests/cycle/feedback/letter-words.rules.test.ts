import { type LetterFacts, letterText } from '@fraisier/shared/cycle/letter-text.ts';
import { describe, expect, it } from 'vitest';

const facts: LetterFacts = {
  title: 'Raton laveur',
  designer: 'Élodie',
  winner: false,
  rank: 3,
  rankLow: 2,
  rankHigh: 6,
  designs: 1076,
  finalist: true,
  ratings: 1412,
  wouldWear: 168,
  sizes: { S: 31, M: 74, L: 74 },
  notes: ['Un', 'Deux'],
  passedOverReason: null,
  decisions: [],
  winners: [{ title: 'Onde de chat', designer: 'Maud' }],
  next: { round: '2027-04', submissionsCloseAt: '2027-03-31T18:30:00Z' },
};
const say = (change: Partial<LetterFacts>, locale: 'fr' | 'en' = 'fr') =>
  letterText({ ...facts, ...change }, locale, 'Europe/Paris');
const all = (text: ReturnType<typeof say>) => Object.values(text).flat().filter(Boolean).join('\n');

describe('the words of a letter', () => {
  it('say the result first, with its place, and who won', () => {
    const text = say({});
    expect(text.subject).toBe('Raton laveur finit 3e sur 1\u00a0076');
    expect(`${text.fact} ${text.result}`).toBe(
      '«\u00a0Raton laveur\u00a0» n’est pas imprimé ce mois-ci. Il finit 3e sur 1\u00a0076. Il était en finale. C’est «\u00a0Onde de chat\u00a0», de Maud, qui part au tirage.',
    );
    expect(say({}, 'en').subject).toBe('Raton laveur came 3rd of 1,076');
  });

  it('say one figure a sentence, with the sizes asked for most', () => {
    expect(say({}).figures).toEqual([
      '1\u00a0412 personnes l’ont noté.',
      '168 le porteraient, le plus souvent en M et L.',
    ]);
    expect(say({ ratings: 1, wouldWear: 1, sizes: { S: 1 } }).figures).toEqual([
      'Une personne l’a noté.',
      '1 le porterait, le plus souvent en S.',
    ]);
    expect(say({ wouldWear: 0, sizes: {} }, 'en').figures[1]).toBe('Nobody said they would wear it.');
    expect(say({ sizes: { S: 2, M: 2, L: 2 } }).figures[1]).toBe('168 le porteraient.');
  });

  it('give no rank below the number of ratings that a rank needs, and say why', () => {
    for (const locale of ['fr', 'en'] as const) {
      const text = say({ ratings: 12 }, locale);
      expect(text.margin).toBeNull();
      expect(all(text)).not.toMatch(/3e|3rd/);
      expect(text.result).toMatch(/12/);
      expect(text.result).toMatch(/30/);
    }
  });

  it('do not count nobody', () => {
    expect(say({ ratings: 0, wouldWear: 0 }).figures).toEqual([
      'Personne ne l’a noté.',
      'Personne n’a dit vouloir le porter.',
    ]);
    expect(say({ ratings: 0, wouldWear: 0 }, 'en').figures[0]).toBe('Nobody rated it.');
  });

  it('say the margin as it is', () => {
    expect(say({}).margin).toContain('entre la 2e et la 6e place');
    expect(say({ rank: 1, rankLow: 1, rankHigh: 1 }).margin).toContain('il finirait 1er neuf fois sur dix');
    expect(say({ designs: 1, rank: 1, rankLow: 1, rankHigh: 1 }).margin).toBeNull();
  });

  it('give every reason of what was decided: a refusal, ballots set aside, passing over', () => {
    const text = say({
      passedOverReason: 'L’œuvre existe déjà',
      decisions: [
        {
          kind: 'refusal',
          at: '2027-02-01T10:00:00Z',
          reasons: [{ fr: 'Des traits sont trop fins.', en: 'Too thin.' }],
          message: 'Un cheveu',
        },
        { kind: 'set_aside', ratings: 9, rankWith: 1, reasons: ['sole_favourite', 'twin_ballots'] },
      ],
    });
    expect(text.fact).toBe('«\u00a0Raton laveur\u00a0» ne sera pas imprimé.');
    expect(text.result).toContain('La raison, publiée avec le résultat\u00a0: L’œuvre existe déjà.');
    expect(text.decisions[0]).toBe(
      'Le 1er\u00a0février, nous avions refusé une première version. Des traits sont trop fins. Nous vous écrivions\u00a0: «\u00a0Un cheveu\u00a0». La version corrigée a été admise, et elle a concouru comme les autres.',
    );
    expect(text.decisions[1]).toContain('9 notes ne comptent pas');
    expect(text.decisions[1]).toContain('plusieurs n’aimaient qu’un seul dessin');
    expect(text.decisions[1]).toContain('Avec elles, il finirait 1er.');
    expect(text.decisions[1]).toContain('Cela ne dit rien de vous.');
    const whole = {
      kind: 'refusal',
      at: '2027-02-01T10:00:00Z',
      reasons: [],
      message: 'Un cheveu, pas plus.',
    } as const;
    expect(say({ decisions: [whole] }).decisions[0]).toContain(
      '«\u00a0Un cheveu, pas plus.\u00a0» La version corrigée',
    );
    const one = say({ decisions: [{ kind: 'set_aside', ratings: 1, rankWith: 2, reasons: ['unheard-of'] }] }, 'en');
    const flat = { kind: 'set_aside', ratings: 1, rankWith: 2, reasons: ['flat_ballot'] } as const;
    expect(say({ decisions: [flat] }).decisions[0]).toContain(
      'elle vient d’un bulletin mis de côté, parce que presque toutes ses notes étaient les mêmes.',
    );
    expect(say({ decisions: [{ ...flat, ratings: 2, reasons: ['sole_favourite'] }] }, 'en').decisions[0]).toContain(
      'liked one design only, and it was the same one.',
    );
    expect(one.decisions[0]).toMatch(/^One rating does not count: it comes .* our rules had not foreseen\./);
  });

  it('say what is possible still, with its day and hour on the shop’s wall', () => {
    expect(say({}).ahead).toContain(
      'La récolte d’avril 2027 prend des dessins jusqu’au 31\u00a0mars, 20\u00a0h\u00a030.',
    );
    expect(say({}, 'en').ahead).toContain('The April 2027 round takes designs until 31\u00a0March, 8:30\u00a0pm.');
    expect(say({ next: null }).ahead).toContain('n’a pas encore ses dates');
    expect(say({ winner: true, winners: [] }).ahead).toContain('La dotation est due');
  });

  it('tell two designs of one title apart, and name nobody whose account is gone', () => {
    const twins = [{ title: 'Raton laveur', designer: 'Maud' }];
    expect(say({ winners: twins }).result).toContain('de Maud');
    expect(say({ winners: [{ title: 'Onde', designer: '' }] }).result).toContain('C’est «\u00a0Onde\u00a0» qui part');
    expect(say({ designer: '' }).hello).toBe('Bonjour,');
  });

  it('never say unfortunately, never shout, and are set in French typography', () => {
    const every = [{}, { winner: true }, { ratings: 3 }, { passedOverReason: 'Raison' }, { wouldWear: 0, sizes: {} }];
    for (const change of every) {
      const [fr, en] = [all(say(change)), all(say(change, 'en'))];
      expect(fr).not.toMatch(/malheureusement|hélas|!/i);
      expect(en).not.toMatch(/unfortunately|sadly|!/i);
      expect(fr).not.toMatch(/ [:;?!»%€]|« |['"\u202f]|\d \d{3}/);
      expect(en).not.toMatch(/undefined|NaN/);
    }
  });
});
