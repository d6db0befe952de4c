import { getRound, listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { listRuns } from '@fraisier/shared/contracts/runs.ts';
import { getDesign, getDesigner, listRoundDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import type { LoaderContext } from '../../platform/app/route.ts';
import { cardsAfter, firstCard, manyCardsAfter, PODIUM, podiumOf } from './gallery-calls.ts';
import { heroOf, homeRounds } from './home-rounds.ts';
import { RestOfMonth } from './rest-of-month.ts';

/** What a page can do without must not keep it from being shown. */
const orNull = <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null);

export async function loadHome({ get, order, bring }: LoaderContext): Promise<void> {
  const runs = orNull(get(listRuns));
  const rounds = homeRounds((await get(listRounds)).items);
  const hero = heroOf(rounds);
  await Promise.all([
    runs,
    hero && hero.counts.designs > 0 && orNull(get(listRoundDesigns, firstCard(hero, order))),
    rounds.published && orNull(loadPodium(get, rounds.published.slug)),
    bring(RestOfMonth, 'below'),
  ]);
}

async function loadPodium(get: LoaderContext['get'], slug: string): Promise<void> {
  const result = await get(getResult, { params: { round: slug } });
  await Promise.all(podiumOf(result, PODIUM).map((row) => get(getDesign, { params: { design: row.design } })));
}

export async function loadArchive({ get }: LoaderContext): Promise<void> {
  await Promise.all([get(listRounds), orNull(get(listRuns))]);
}

/** The first pages of a gallery, one after the other: each begins where the one before ended. */
export async function loadGallery({ get, params, search, order }: LoaderContext): Promise<void> {
  const round = params.round!;
  await Promise.all([
    get(getRound, { params: { round } }),
    (async () => {
      let cursor: string | undefined;
      for (let page = 0; page < pagesAsked(search); page += 1) {
        const list = await get(listRoundDesigns, cardsAfter(round, order, cursor));
        if (!list.nextCursor) return;
        cursor = list.nextCursor;
      }
    })(),
  ]);
}

/** `?pages=2`: how much of the gallery is shown. Bounded, for it is in an address that anyone can write. */
export function pagesAsked(search: URLSearchParams): number {
  const asked = Number(search.get('pages') ?? 1);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, 20) : 1;
}

export async function loadDesign({ get, params, speak }: LoaderContext): Promise<void> {
  const design = await get(getDesign, { params: { design: params.design! } });
  const round = { params: { round: design.round } };
  await Promise.all([
    orNull(get(getRound, round)),
    isCounted(design.roundPhase) && orNull(get(getResult, round)),
    // Only its designer and the workshop read that part.
    design.own && speak(['submit', 'problems']),
  ]);
}

export async function loadResult({ get, params, order }: LoaderContext): Promise<void> {
  const round = params.round!;
  const { phase } = await get(getRound, { params: { round } });
  if (!isCounted(phase)) return;
  const [result] = await Promise.all([
    get(getResult, { params: { round } }),
    orNull(get(listRoundDesigns, manyCardsAfter(round, order, undefined))),
  ]);
  await Promise.all(result.winners.map(({ design }) => orNull(get(getDesign, { params: { design } }))));
}

export async function loadDesigner({ get, params }: LoaderContext): Promise<void> {
  await get(getDesigner, { params: { designer: params.designer! } });
}
