import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { closeRound } from '@fraisier/shared/contracts/rounds-close.ts';
import type { planRound } from '@fraisier/shared/contracts/rounds-plan.ts';
import type { DesignState } from '@fraisier/shared/cycle/submission-rules.ts';
import type { BodyOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { fixtureArtwork } from './month-artwork.ts';
import type { SignedIn, TestShop } from './shop.ts';

/** A month for tests: planned, collected, voted on, counted and closed through the real application. */
export interface Month {
  readonly slug: string;
  readonly roundId: string;
  /** Planned and moved the round. */
  readonly operator: SignedIn;
  /** One a design, in the same order. */
  readonly designers: readonly SignedIn[];
  readonly designs: readonly MonthDesign[];
  /** Who voted so far. */
  readonly voters: SignedIn[];
}

export interface MonthDesign {
  readonly id: string;
  readonly title: string;
  readonly artworkId: string;
  readonly designer: SignedIn;
}

export type Closing = ResponseOf<typeof closeRound>;

export type MonthPhase = 'planned' | 'collecting' | 'voting' | 'final' | 'frozen' | 'counted' | 'decided';

type FixtureStars = 1 | 2 | 3 | 4 | 5;

/** Who would wear it says a size. */
export type FixtureRating = { readonly stars: FixtureStars; readonly note?: string } & (
  | { readonly wouldWear: false }
  | { readonly wouldWear: true; readonly size: 'XS' | 'S' | 'M' | 'L' | 'XL' | '2XL' | '3XL' }
);

/** What a voter gives a design, both counted from 0; null skips it. */
export type Taste = (design: number, voter: number) => FixtureRating | null;

export interface MonthOptions {
  /** `2026-12` by default. A shop can live through several months, each with a slug of its own, oldest first. */
  readonly slug?: string;
  /** Admitted designs, each of another member; 5 by default. */
  readonly designs?: number;
  /** Voters in the voting phase: none by default, 4 for `liveTo…`. */
  readonly voters?: number;
  /** By default the first design is everybody's favourite, and wins alone. */
  readonly taste?: Taste;
  /** What the round is planned with, over a quorum of nothing and no time for appeals. */
  readonly plan?: Partial<BodyOf<typeof planRound>>;
}

const order: readonly MonthPhase[] = ['planned', 'collecting', 'voting', 'final', 'frozen', 'counted', 'decided'];
const fabrics = ['blanc', 'noir', 'nuit', 'ciel', 'rose'] as const;

/**
 * Plans a round as an operator and moves it to `phase`, setting the shop's clock to each planned moment on the way. The
 * designs are put in as rows, with a real print-size PNG in storage and no pictures; votes go through the real API.
 */
export async function planAndOpen(
  shop: TestShop,
  { phase, ...options }: MonthOptions & { phase: MonthPhase },
): Promise<Month> {
  const slug = options.slug ?? '2026-12';
  const operator = await shop.operator({ email: `month-${slug}@fraisier.test`, name: 'Odile' });
  const plan = { slug, quorumFinal: 0, quorumMedian: 0, appealHours: 0, ...options.plan };
  const { body: round } = await operator.post('/api/rounds', plan).expect(201);
  const { id: roundId } = await shop.deps.db
    .selectFrom('rounds')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  const designers: SignedIn[] = [];
  const designs: MonthDesign[] = [];
  const month: Month = { slug, roundId, operator, designers, designs, voters: [] };
  const reaches = (wanted: MonthPhase) => order.indexOf(phase) >= order.indexOf(wanted);

  if (!reaches('collecting')) return month;
  await moveTo(shop, month, 'collecting', round);
  for (let nth = 0; nth < (options.designs ?? 5); nth++) {
    const designer = await shop.member({ email: `designer-${nth}-${slug}@fraisier.test`, name: `Designer ${nth}` });
    designers.push(designer);
    designs.push(await enterDesign(shop, month, { designer, nth }));
  }
  if (!reaches('voting')) return month;
  await moveTo(shop, month, 'voting', round);
  if (options.voters) await vote(shop, month, { voters: options.voters, ...taste(options) });
  for (const next of ['final', 'frozen', 'counted'] as const) {
    if (reaches(next)) await moveTo(shop, month, next);
  }
  if (reaches('decided')) await close(month);
  return month;
}

/** A round with votes, counted and not closed: `designs[0]` leads unless `taste` says otherwise. */
export function liveToCounted(shop: TestShop, options: MonthOptions = {}): Promise<Month> {
  return planAndOpen(shop, { voters: 4, ...options, phase: 'counted' });
}

/** A round with votes, closed: its winners, bounties (owed) and runs (open) are in `closing`. Jobs are not run. */
export async function liveToDecided(
  shop: TestShop,
  options: MonthOptions = {},
): Promise<Month & { readonly closing: Closing }> {
  const month = await liveToCounted(shop, options);
  return { ...month, closing: await close(month) };
}

/** Sets the clock to the planned moment of the phase, a minute late, and moves the round there as the operator. */
export async function moveTo(
  shop: TestShop,
  month: Month,
  phase: 'collecting' | 'voting' | 'final' | 'frozen' | 'counted',
  known?: Round,
): Promise<void> {
  const round: Round = known ?? (await month.operator.get(`/api/rounds/${month.slug}`).expect(200)).body;
  const due = {
    collecting: round.planned.collecting,
    voting: round.planned.voting,
    final: round.planned.final,
    frozen: round.planned.freeze,
    counted: null,
  }[phase];
  if (due !== null) await shop.setClock(new Date(Date.parse(due) + 60_000));
  const { body } = await month.operator.post(`/api/rounds/${month.slug}/advance`, { to: phase }).expect(200);
  if (body.phase !== phase) throw new Error(`the round is in ${body.phase}, not ${phase}`);
}

export async function close(month: Month): Promise<Closing> {
  return (await month.operator.post(`/api/rounds/${month.slug}/close`, {}).expect(200)).body;
}

/** New members take hands until none is left and answer every design, in the stage that is open. */
export async function vote(
  shop: TestShop,
  month: Month,
  { voters, taste: rate = favourite }: { voters: number; taste?: Taste },
): Promise<void> {
  const before = month.voters.length;
  for (let nth = before; nth < before + voters; nth++) {
    const voter = await shop.member({ email: `voter-${nth}-${month.slug}@fraisier.test`, name: `Voter ${nth}` });
    month.voters.push(voter);
    await answerHands(month, voter, (design) => rate(design, nth));
  }
}

/** Takes hands until none is left and answers each design dealt. */
export async function answerHands(
  month: Month,
  voter: SignedIn,
  rate: (design: number) => FixtureRating | null,
): Promise<void> {
  for (;;) {
    const { body: hand } = await voter.post(`/api/rounds/${month.slug}/hands`).expect(200);
    const open = (hand.designs as { id: string; state: string }[]).filter((design) => design.state === 'open');
    if (open.length === 0) return;
    const ratings = open.map(({ id }) => {
      const rating = rate(month.designs.findIndex((design) => design.id === id));
      return rating ? { design: id, ...rating } : { design: id, skip: true };
    });
    const { body } = await voter.put(`/api/rounds/${month.slug}/ballot`, { ratings }).expect(200);
    const refused = (body.answers as { ok: boolean; code: string | null }[]).find((answer) => !answer.ok);
    if (refused) throw new Error(`a vote was refused: ${refused.code}`);
  }
}

/** Puts a design into the round as its rows and its file, admitted unless another state is asked for. */
export async function enterDesign(
  shop: TestShop,
  month: Pick<Month, 'roundId' | 'slug'>,
  {
    designer,
    nth,
    state = 'admitted',
    title = `Design ${nth}`,
  }: { designer: SignedIn; nth: number; state?: DesignState; title?: string },
): Promise<MonthDesign> {
  const { db, storage } = shop.deps;
  const ink = `#${(0x102030 + nth * 4321).toString(16).padStart(6, '0')}`;
  const artwork = fixtureArtwork(ink);
  const now = await shop.now();
  const { id } = await db
    .insertInto('designs')
    .values({
      round_id: month.roundId,
      designer_id: designer.id,
      title,
      story: `Story ${nth}`,
      alt_text: `Un aplat, numéro ${nth}`,
      alt_text_en: null,
      fabric: fabrics[nth % fabrics.length]!,
      sources: '',
      rights_declared_at: now,
      state,
      admitted_at: state === 'admitted' ? now : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const key = `artworks/${month.slug}-${nth}-${id}.png`;
  await storage.write(key, artwork.png);
  const { id: artworkId } = await db
    .insertInto('artworks')
    .values({
      design_id: id,
      version: 1,
      storage_key: key,
      sha256: artwork.sha256,
      bytes: artwork.png.length,
      file_name: `design-${nth}.png`,
      format: 'png',
      width: artwork.width,
      height: artwork.height,
      has_alpha: true,
      inks: JSON.stringify([{ hex: ink, coverage: 1 }]),
      findings: '[]',
      checked_at: state === 'checking' ? null : now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.updateTable('designs').set({ artwork_id: artworkId }).where('id', '=', id).execute();
  return { id, title, artworkId, designer };
}

/** Five stars and "would wear" for the first design, a star less for each after it. */
export const favourite: Taste = (design) =>
  design === 0
    ? { stars: 5, wouldWear: true, size: 'M' }
    : { stars: Math.max(1, 5 - design) as FixtureStars, wouldWear: false };

function taste(options: MonthOptions): { taste?: Taste } {
  return options.taste ? { taste: options.taste } : {};
}
