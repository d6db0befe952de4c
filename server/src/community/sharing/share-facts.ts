import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { isRoundSlug, parseRunSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { monthOf } from '@fraisier/shared/cycle/letter-words.ts';
import { monthInk } from '@fraisier/shared/cycle/month-inks.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { findRound } from '../../cycle/rounds/find-round.ts';
import { readResult } from '../../cycle/rounds/read-result.ts';
import { showRound } from '../../cycle/rounds/show-rounds.ts';
import { getRun } from '../../cycle/runs/read-runs.ts';
import { readDesign } from '../../cycle/submissions/read-designs.ts';
import type { Deps } from '../../deps.ts';
import type { CardWords } from '../../platform/images/images.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { type Lang, shareWords } from './share-words.ts';

export const sharedKinds = ['designs', 'runs', 'results', 'rounds'] as const;

/** What is shared: a page, by what it is of and the name that it has in its address. */
export interface Shared {
  readonly kind: (typeof sharedKinds)[number];
  readonly name: string;
  readonly lang: Lang;
}

/** What everyone may know of a page, for whoever shows it elsewhere. */
export interface ShareFacts {
  readonly title: string;
  readonly designer: { readonly id: string; readonly name: string } | null;
  /** `#rrggbb`: of the month. */
  readonly ground: string;
  readonly words: CardWords;
  /** The largest picture of the art, and the design that it is of; null while there is none. */
  readonly art: { readonly url: string; readonly design: DesignCard } | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads as a visitor would: throws not_found where a visitor finds nothing. */
export async function shareFacts(deps: Deps, shared: Shared): Promise<ShareFacts> {
  const { kind, name } = shared;
  if (kind === 'designs' && UUID.test(name)) return ofDesign(deps, shared);
  if (kind === 'runs' && parseRunSlug(name)) return ofRun(deps, shared);
  if (kind === 'results' && isRoundSlug(name)) return ofResult(deps, shared);
  if (kind === 'rounds' && isRoundSlug(name)) return ofRound(deps, shared);
  throw new Problem('not_found');
}

async function ofDesign(deps: Deps, { name, lang }: Shared): Promise<ShareFacts> {
  const { db } = deps;
  const [design, shop] = [await readDesign(db, name, null), await shopName(deps)];
  const round = await showRound(db, null, design.round);
  const row = isCounted(round.phase)
    ? (await readResult(db, await findRound(db, round.slug))).ranking.find((one) => one.design === design.id)
    : undefined;
  return {
    ...shown(design, lang),
    words: {
      shop,
      over: shareWords.round(round.slug, round.counts.designs, lang),
      title: design.title,
      by: nameOf(design.designer, lang),
      foot: row
        ? shareWords.rank(row.rank, round.counts.designs, row.score, row.ratings, lang)
        : shareWords.secret(lang),
    },
  };
}

async function ofRun(deps: Deps, { name, lang }: Shared): Promise<ShareFacts> {
  const [run, shop] = [await getRun(deps, name), await shopName(deps)];
  return {
    ...shown({ ...run.design, month: run.month }, lang),
    words: {
      shop,
      over: shareWords.run(run.round, lang),
      title: run.design.title,
      by: nameOf(run.design.designer, lang),
      foot: shareWords.pieces(run.size, run.price.amount, lang),
    },
  };
}

async function ofResult(deps: Deps, { name, lang }: Shared): Promise<ShareFacts> {
  const { db } = deps;
  const round = await showRound(db, null, name);
  const [result, shop] = [await readResult(db, await findRound(db, name)), await shopName(deps)];
  const [winner] = result.winners;
  const words = { shop, over: shareWords.result(name, lang) };
  if (!winner) {
    const title = shareWords.nobody(lang);
    const foot: [string, string] = [shareWords.round(name, round.counts.designs, lang), ''];
    return {
      title,
      designer: null,
      ground: monthInk(round.month),
      art: null,
      words: { ...words, title, by: null, foot },
    };
  }
  const design = await readDesign(db, winner.design, null);
  return {
    ...shown(design, lang),
    title: `${words.over}: ${design.title}`,
    words: {
      ...words,
      title: result.winners.map((one) => one.title).join(', '),
      by: result.winners.length === 1 ? nameOf(design.designer, lang) : null,
      foot: result.provisional
        ? shareWords.provisional(lang)
        : shareWords.won(round.counts.designs, result.totals.ratings, lang),
    },
  };
}

/** Shows none of its designs: whichever it showed would be seen more often than the others. */
async function ofRound(deps: Deps, { name, lang }: Shared): Promise<ShareFacts> {
  const [round, shop] = [await showRound(deps.db, null, name), await shopName(deps)];
  const title = monthOf(name, lang);
  return {
    title: shareWords.round(name, round.counts.designs, lang),
    designer: null,
    ground: monthInk(round.month),
    art: null,
    words: {
      shop,
      over: shareWords.number(round.number, lang),
      title: title.charAt(0).toUpperCase() + title.slice(1),
      by: null,
      foot: shareWords.promise(
        {
          designs: round.counts.designs,
          cents: round.promise.bounty.amount,
          isNet: round.promise.bountyIsNet,
          size: round.promise.runSize,
        },
        lang,
      ),
    },
  };
}

function shown(design: DesignCard & { readonly month: number }, lang: Lang): Omit<ShareFacts, 'words'> {
  const largest = design.pictures.filter((one) => one.format === 'webp').toSorted((a, b) => b.width - a.width)[0];
  const designer = design.designer && { ...design.designer, name: nameOf(design.designer, lang) ?? '' };
  return {
    title: design.title,
    designer,
    ground: monthInk(design.month),
    art: largest ? { url: largest.url, design } : null,
  };
}

function nameOf(designer: DesignCard['designer'], lang: Lang): string | null {
  return designer && (designer.name || shareWords.erased(lang));
}

async function shopName({ db }: Deps): Promise<string> {
  return (await readSettings(db)).shop_name;
}
