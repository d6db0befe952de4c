import { getBounty, listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getLetter } from '@fraisier/shared/contracts/feedback.ts';
import { getOrder, getSandboxPayment, listOrders } from '@fraisier/shared/contracts/orders.ts';
import { getAddress, getMe } from '@fraisier/shared/contracts/people.ts';
import { getRun, listRuns } from '@fraisier/shared/contracts/runs.ts';
import { getDesign } from '@fraisier/shared/contracts/submissions.ts';
import type { Head, HeadContext, LoaderContext } from '../../platform/app/route.ts';
import { pictureToPreload } from '../../platform/ui/picture.tsx';
import { monthYear } from '../rounds/round-words.ts';
import { listQuery } from '../runs/list-query.ts';
import { Delivery, HeldOrders, RunStory } from '../runs/run-parts.ts';
import { shirtSizes } from '../runs/shirt-sizes.ts';
import { structuredRun } from '../runs/structured.ts';
import { altOf } from '../submissions/card-words.ts';
import { onShirt } from '../submissions/on-shirt.ts';

/** What the pages of buying and of being paid need before they are shown, and what they are called. */
export const loadRuns = ({ get, search }: LoaderContext) => get(listRuns, listQuery(search));

export async function loadRun({ get, params, speak, bring }: LoaderContext): Promise<void> {
  const run = params.run!;
  const forMember = () => [
    get(getAddress),
    get(listOrders, { query: { run, state: 'held' } }),
    bring(Delivery),
    bring(HeldOrders),
    speak(['address']),
  ];
  await Promise.all([
    get(getRun, { params: { run } }),
    get(getMe).then((me) => me && Promise.all(forMember())),
    bring(RunStory, 'below'),
  ]);
}

export async function loadPayment({ get, params }: LoaderContext): Promise<void> {
  const payment = await get(getSandboxPayment, { params: { payment: params.payment! } });
  await get(getOrder, { params: { order: payment.order } });
}

export async function loadOrder({ get, params }: LoaderContext): Promise<void> {
  const order = await get(getOrder, { params: { order: params.order! } });
  if (order.kind === 'author' && !order.pieces[0]?.size) await get(listBounties);
}

export async function loadBounty({ get, params }: LoaderContext): Promise<void> {
  const [bounty] = await Promise.all([get(getBounty, { params: { bounty: params.bounty! } }), get(getAddress)]);
  const design = await get(getDesign, { params: { design: bounty.design } });
  const run = design.runs[0];
  if (run) await get(getRun, { params: { run } });
}

export const loadLetter = ({ get, params }: LoaderContext) => get(getLetter, { params: { design: params.design! } });

export function runHead({ text, params, peek, format, lang }: HeadContext): Head {
  const words = text('run');
  const run = peek(getRun, { params: { run: params.run! } });
  if (!run) return { title: text('platform').nav.runs };
  const { design } = run;
  const picture = pictureToPreload(onShirt(design).pictures, shirtSizes, true);
  return {
    title: words.title(design.title, run.roundNumber),
    description: words.description(
      design.title,
      design.designer?.name || monthYear(run.round, format),
      format.number(run.size),
      format.money(run.price),
    ),
    card: `runs/${run.slug}`,
    ...(import.meta.env.SSR && {
      structured: structuredRun(run, text('platform').siteName, lang),
      cardAlt: altOf(design, lang),
    }),
    ...(picture ? { picture } : {}),
  };
}

export function orderHead({ text, params, peek, format }: HeadContext): Head {
  const order = peek(getOrder, { params: { order: params.order! } });
  if (!order) return { title: text('order').pieces.title, hidden: true };
  const numbers = format.list(order.pieces.map((piece) => format.number(piece.number)));
  return { title: text('order').title(numbers, order.design.title), hidden: true };
}

export function bountyHead({ text, params, peek }: HeadContext): Head {
  const bounty = peek(getBounty, { params: { bounty: params.bounty! } });
  return { title: bounty ? text('bounty').title(bounty.title) : text('bounty').links.rules, hidden: true };
}

export function letterHead({ text, params, peek }: HeadContext): Head {
  const letter = peek(getLetter, { params: { design: params.design! } });
  return { title: letter ? text('letter').title(letter.design.title) : text('letter').toResult, hidden: true };
}
