import type { Client } from '../client.ts';
import type { Dice } from '../dice.ts';
import type { RoundPlan } from '../plan.ts';
import { goOn, type Life } from './life.ts';

interface Rating {
  readonly stars: number;
  readonly wouldWear: boolean;
  readonly size?: string;
}

interface Hand {
  readonly stage: string;
  readonly designs: readonly { readonly id: string; readonly title: string; readonly state: string }[];
}

/** Votes in whatever round votes are taken, one design after the other, and says each until it is answered. */
export function vote(voter: Client, rounds: readonly RoundPlan[], life: Life, dice: Dice): Promise<void> {
  return goOn(
    life,
    () => dice.between(100, 400),
    async () => {
      const open = await voter.get<{ items: { slug: string; phase: string }[] }>('/api/rounds');
      const round = open?.items.find(({ phase }) => phase === 'voting' || phase === 'final');
      if (!round) return;
      const favourites = rounds.find(({ slug }) => slug === round.slug)!.favourites;
      const { body: hand } = await voter.ask<Hand>('POST', `/api/rounds/${round.slug}/hands`);
      for (const design of hand?.designs ?? []) {
        if (design.state !== 'open' || life.isOver()) continue;
        const rating = tasteFor(Number(design.title.split(' ').at(-1)), favourites);
        const isHasty = dice.happens(0.15);
        // Another answer first, so that ballots are replaced too.
        if (isHasty) await say(voter, round.slug, design.id, { stars: 2, wouldWear: false }, life);
        await say(voter, round.slug, design.id, rating, life);
      }
    },
  );
}

/** Everyone likes the same: so that places are shared on purpose, and lost only where a vote is. */
function tasteFor(design: number, favourites: number): Rating {
  if (design <= favourites) return { stars: 5, wouldWear: true, size: 'M' };
  return { stars: design % 2 === 0 ? 3 : 2, wouldWear: false };
}

const MOST_TRIES = 6;

async function say(voter: Client, round: string, design: string, rating: Rating, life: Life): Promise<void> {
  const facts = { round, design, stars: String(rating.stars), wouldWear: String(rating.wouldWear) };
  for (let tried = 0; tried < MOST_TRIES && !life.isOver(); tried++) {
    const { outcome } = await voter.ask('PUT', `/api/rounds/${round}/ballot/${design}`, {
      body: rating,
      act: { kind: 'vote', facts },
    });
    if (outcome !== 'unknown') return;
  }
}
