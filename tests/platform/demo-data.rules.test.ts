import { existsSync } from 'node:fs';
import { isFabricId } from '@fraisier/shared/cycle/garments.ts';
import { favouriteClusters, isFlatBallot, markOf } from '@fraisier/shared/cycle/signals.ts';
import { histogramCell, margin, tally } from '@fraisier/shared/cycle/tally.ts';
import { handCap } from '@fraisier/shared/cycle/voting-rules.ts';
import { describe, expect, it } from 'vitest';
import { designOf, designs } from '../../scripts/demo/art.ts';
import { cast } from '../../scripts/demo/cast.ts';
import { notes } from '../../scripts/demo/notes.ts';
import { authors, voters } from '../../scripts/demo/people.ts';
import { printAreaPixels } from '../../scripts/demo/render-artwork.ts';
import { collectingRound, decidedRound, designsByUrgency, votingRound } from '../../scripts/demo/rounds.ts';
import { bloc, flatVoter, ratingOf, skips } from '../../scripts/demo/voter-model.ts';

function countedRound(round: readonly { id: string }[]) {
  return round.map(({ id }) => {
    const cells: number[] = Array(10).fill(0);
    for (const voter of voters.keys()) {
      if (skips(voter, id)) continue;
      const { stars, wouldWear } = ratingOf(voter, id);
      const cell = histogramCell(stars, wouldWear);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    return { designId: id, histogram: cells as unknown as Parameters<typeof margin>[0]['histogram'] };
  });
}

describe('the demo', () => {
  it('puts each of the fifty designs in exactly one round: 14 decided, 26 voted on, 10 collected', () => {
    expect([decidedRound.length, votingRound.length, collectingRound.length]).toEqual([14, 26, 11]);
    expect([...designsByUrgency].sort()).toEqual(designs.map((design) => design.id).sort());
  });

  it('has for each design a drawing, a fabric of the shop, and texts that the upload would take', () => {
    for (const { id, title, fabric, story, alt, altEn, inks } of designs) {
      expect(existsSync(new URL(`../../scripts/demo/art/svg/${id}.svg`, import.meta.url)), id).toBe(true);
      expect(isFabricId(fabric), id).toBe(true);
      expect(title.length, id).toBeLessThanOrEqual(60);
      expect(story.length, id).toBeGreaterThan(0);
      expect(story.length, id).toBeLessThanOrEqual(600);
      expect(Math.max(alt.length, altEn.length), id).toBeLessThanOrEqual(200);
      expect(Math.min(alt.length, altEn.length), id).toBeGreaterThan(10);
      expect(inks.length, id).toBeLessThanOrEqual(6);
      expect(`${title}${story}${alt}${altEn}`, id).not.toMatch(/'/);
    }
  });

  it('gives everyone an address of their own, and the designers of the cast their designs', () => {
    const emails = [...authors, ...voters, ...cast.filter((person) => person.role !== 'designer')].map(
      (person) => person.email,
    );
    expect(new Set(emails).size).toBe(emails.length);
    for (const email of emails) expect(email).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+@fraisier\.test$|^[a-z]+@/);
    const byEmail = new Map(authors.map((author) => [author.email, author]));
    for (const person of cast.filter(({ role }) => role === 'designer')) {
      expect(byEmail.get(person.email), person.name).toMatchObject({ name: person.name, locale: person.locale });
    }
    expect(new Set(cast.map((person) => person.key)).size).toBe(cast.length);
  });

  it('draws the same ratings whenever it is asked, and no ballot that looks forged but the one that does', () => {
    const ballot = (voter: number) => votingRound.map(({ id }) => ratingOf(voter, id));
    expect(ballot(7)).toEqual(ballot(7));
    for (const voter of voters.keys()) {
      if (voter === flatVoter) continue;
      for (const round of [decidedRound, votingRound]) {
        const stars = round.map(({ id }) => ratingOf(voter, id).stars);
        const most = Math.max(...[1, 2, 3, 4, 5].map((star) => stars.filter((given) => given === star).length));
        expect(most / stars.length).toBeLessThanOrEqual(0.85);
      }
    }
  });

  it('has something for the desk: a ballot that says nothing, and a handful for one design', () => {
    const marks = (round: readonly { id: string }[], voter: number) =>
      Int32Array.from(
        round.flatMap(({ id }, index) => {
          if (skips(voter, id)) return [];
          const { stars, wouldWear } = ratingOf(voter, id);
          return [markOf(index, stars, wouldWear)];
        }),
      );
    const flat = (round: readonly { id: string }[]) =>
      [...voters.keys()].filter((voter) => isFlatBallot(marks(round, voter)));
    expect(flat(decidedRound)).toEqual([flatVoter]);

    const crowd = [...voters.keys()].slice(0, 150);
    const found = favouriteClusters(
      crowd.map((voter) => marks(votingRound, voter)),
      votingRound.length,
    );
    expect(found.map(({ design }) => votingRound[design]!.id)).toEqual([bloc.design]);
    // One who honestly likes it alone is among them: a cluster is no verdict.
    expect(found[0]!.members).toEqual([39, ...bloc.voters]);
  });

  it('lets a size go with the wish to wear it, always the same for one voter', () => {
    const sizes = votingRound.map(({ id }) => ratingOf(12, id)).filter((rating) => rating.wouldWear);
    expect(new Set(sizes.map((rating) => rating.size)).size).toBe(1);
    expect(votingRound.map(({ id }) => ratingOf(12, id)).some((rating) => !rating.wouldWear && rating.size)).toBe(
      false,
    );
  });

  it('lets Maud win clearly, Théo come second and Inès third', () => {
    const counted = countedRound(decidedRound);
    const ranking = tally(counted).designs.map((design) => design.designId);
    expect(ranking.slice(0, 3)).toEqual(['froid-de-canard', 'poulpe-fiction', 'raton-laveur']);
    expect(ranking.slice(0, 3).map((id) => designOf(id).author)).toEqual([
      'Maud Lesage',
      'Théo Vasseur',
      'Inès Kaddour',
    ]);
    const [first, second] = ranking.slice(0, 2).map((id) => counted.find((design) => design.designId === id));
    expect(first && second && margin(first, second).photoFinish).toBe(false);
  });

  it('has thirty words from voters who rated those designs, in their own language', () => {
    expect(notes).toHaveLength(30);
    expect(new Set(notes.map((note) => `${note.voter}/${note.design}`)).size).toBe(30);
    for (const { design, voter, stars, text, locale } of notes) {
      expect(text.length, text).toBeLessThanOrEqual(280);
      expect(voters[voter]?.locale, text).toBe(locale);
      expect(ratingOf(voter, design).stars, text).toBe(stars);
      expect(skips(voter, design), text).toBe(false);
    }
  });

  it('lets every voter get the whole decided round and most of the voting one', () => {
    expect(handCap(decidedRound.length)).toBeGreaterThanOrEqual(decidedRound.length);
    expect(handCap(votingRound.length)).toBeGreaterThanOrEqual(votingRound.length);
  });

  it('prints at the size of the print area', () => {
    expect(printAreaPixels(200)).toEqual({ width: 2362, height: 2835 });
    expect(printAreaPixels(300)).toEqual({ width: 3543, height: 4252 });
  });
});
