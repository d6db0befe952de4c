import { getRound, listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { getDesign, getDesigner, listRoundDesigns } from '@fraisier/shared/contracts/submissions.ts';
import type { Head, HeadContext } from '../../platform/app/route.ts';
import { pictureToPreload } from '../../platform/ui/picture.tsx';
import { altOf } from '../submissions/card-words.ts';
import { onShirt } from '../submissions/on-shirt.ts';
import { cardsAfter, firstCard } from './gallery-calls.ts';
import { heroOf, homeRounds } from './home-rounds.ts';
import { artSizes } from './picture-sizes.ts';
import { monthName, monthYear } from './round-words.ts';
import { structuredDesign, structuredShop } from './structured.ts';

/** The first picture of a page, where it is known: fetched before anything else. */
const pictureOf = (pictures: Parameters<typeof pictureToPreload>[0] | undefined, sizes: string, onTee = false) => {
  const picture = pictures && pictureToPreload(pictures, sizes, onTee);
  return picture ? { picture } : {};
};

export function homeHead({ peek, text, format, order }: HeadContext): Head {
  const list = peek(listRounds);
  const round = list && heroOf(homeRounds(list.items));
  const title = text('platform').siteName;
  if (!round) return { title };
  const card = peek(listRoundDesigns, firstCard(round, order))?.items[0];
  return {
    title,
    description: text('home').description(
      monthYear(round.slug, format),
      round.counts.designs,
      format.number(round.promise.runSize),
    ),
    card: `rounds/${round.slug}`,
    ...(import.meta.env.SSR && { structured: structuredShop(title) }),
    ...pictureOf(card && onShirt(card).pictures, artSizes.hero, true),
  };
}

export function archiveHead({ text }: HeadContext): Head {
  const { archive } = text('gallery');
  return { title: archive.title, description: archive.description };
}

export function galleryHead({ peek, text, format, params, order, search }: HeadContext): Head {
  const slug = params.round!;
  const say = text('gallery');
  const round = peek(getRound, { params: { round: slug } });
  const designs = round?.counts.designs ?? 0;
  const card = peek(listRoundDesigns, cardsAfter(slug, order, undefined))?.items[0];
  return {
    title: say.round(round?.number ?? 0, monthYear(slug, format)),
    description: say.description(designs, monthYear(slug, format)),
    ...(round ? { card: `rounds/${slug}` } : {}),
    ...pictureOf(card?.pictures, search.get('view') === 'worn' ? artSizes.wornTile : artSizes.tile),
  };
}

export function designHead({ peek, text, format, params, lang }: HeadContext): Head {
  const design = peek(getDesign, { params: { design: params.design! } });
  if (!design) return { title: text('platform').siteName };
  return {
    title: design.title,
    description: text('design').description(design.title, monthYear(design.round, format)),
    ...(design.state === 'admitted' ? { card: `designs/${design.id}` } : { hidden: true }),
    ...(import.meta.env.SSR && { structured: structuredDesign(design, lang), cardAlt: altOf(design, lang) }),
    ...pictureOf(onShirt(design).pictures, artSizes.half, true),
  };
}

export function resultHead({ peek, text, format, params, lang }: HeadContext): Head {
  const slug = params.round!;
  const say = text('result');
  const result = peek(getResult, { params: { round: slug } });
  const winner = result?.winners[0];
  const design = winner && peek(getDesign, { params: { design: winner.design } });
  return {
    title: say.title(monthYear(slug, format)),
    ...(result ? { card: `results/${slug}` } : {}),
    ...(winner ? { description: say.description(winner.title, winner.designer, monthName(slug, format)) } : {}),
    ...(import.meta.env.SSR && design && { cardAlt: altOf(design, lang) }),
    ...pictureOf(design && onShirt(design).pictures, artSizes.half, true),
  };
}

export function designerHead({ peek, text, params }: HeadContext): Head {
  const designer = peek(getDesigner, { params: { designer: params.designer! } });
  if (!designer) return { title: text('platform').siteName };
  return {
    title: designer.name,
    description: text('design').designer.description(designer.name),
    ...pictureOf(designer.designs[0]?.pictures, artSizes.tile),
  };
}
