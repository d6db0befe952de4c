import type { Site, Visitor } from '../../support/browser.ts';
import type { Month } from '../../support/month.ts';
import type { SignedIn } from '../../support/shop.ts';

/** Whom the month is lived by, each before a screen of their own, and what they know of it so far. */
export interface Story {
  readonly site: Site;
  readonly slug: string;
  readonly title: string;
  /** Odile, of the workshop. */
  readonly operator: Visitor;
  /** Who may change the settings of the shop. */
  readonly head: Visitor;
  /** Maud, who draws, and who does not have an account yet. */
  readonly designer: Visitor;
  readonly designerEmail: string;
  readonly designerName: string;
  /** Farid, who votes with mouse and keyboard, and buys. */
  readonly voter: Visitor;
  /** Oskar, who votes in English on a phone, and whose design does not win. */
  readonly phone: Visitor;
  readonly loser: SignedIn;
  /** The round behind the screens, to fill it through the interface. */
  month: Month;
  design: string;
  /** Of the very file that Maud sent. */
  artworkSha256: string;
  bounty: string;
  run: string;
  order: string;
}

export type Told = () => Story;

/** The jobs that the minute and the hour call for, and whatever they leave to do. */
export async function aMinutePasses({ site: { shop } }: Story): Promise<void> {
  for (const job of ['advance-due-rounds', 'lapse-holds', 'ask-recommendations']) {
    await shop.pool.query(`select graphile_worker.add_job('${job}', '{}')`);
  }
  await shop.runJobs();
}

export async function theClockShows(story: Story, moment: string | Date): Promise<void> {
  await story.site.shop.setClock(moment);
  await aMinutePasses(story);
}

/** A minute after a planned moment of the round. */
export async function theClockPasses(story: Story, step: 'voting' | 'final' | 'freeze'): Promise<void> {
  const { body } = await story.site.shop.visitor.get(`/api/rounds/${story.slug}`).expect(200);
  await theClockShows(story, new Date(Date.parse(body.planned[step]) + 60_000));
}
