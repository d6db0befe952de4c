import { listAudit, listAuditActors } from '@fraisier/shared/contracts/audit.ts';
import { listAppeals, listClusters } from '@fraisier/shared/contracts/ballots-desk.ts';
import { listNotes } from '@fraisier/shared/contracts/ballots-notes.ts';
import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getLedger, getLedgerAccount, listLedgerChecks } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { listRates } from '@fraisier/shared/contracts/bounties-papers.ts';
import { listBankFiles, listOpenBankLines, listPayouts } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { listContactMessages } from '@fraisier/shared/contracts/contact.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getFeedback, listLetterRounds } from '@fraisier/shared/contracts/feedback.ts';
import { getMailCounts, getMailSample, listMails, listMailTemplates } from '@fraisier/shared/contracts/mails.ts';
import { listOrders } from '@fraisier/shared/contracts/orders.ts';
import { getPrintNeed, listPrintOrders } from '@fraisier/shared/contracts/prints.ts';
import { getRound, listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getAgenda } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { getCalendar } from '@fraisier/shared/contracts/rounds-calendar.ts';
import { getClosing, getCount } from '@fraisier/shared/contracts/rounds-close.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { listRuns } from '@fraisier/shared/contracts/runs.ts';
import { getSettings } from '@fraisier/shared/contracts/settings.ts';
import { getDesign } from '@fraisier/shared/contracts/submissions.ts';
import { listReviews } from '@fraisier/shared/contracts/submissions-reviews.ts';
import type { LoaderContext } from '../app/route.ts';
import {
  auditInput,
  calendarInput,
  clustersInput,
  ledgerInput,
  openAppealsInput,
  ordersInput,
  reviewsInput,
  roundOfVotes,
  votesView,
} from './lists.ts';
import { mailView, outboxInput } from './mail-lists.ts';
import { orNull } from './or-null.ts';

/** What the console's pages need, apart from the pages of the shop: no customer's browser fetches this. */

const firstPage = {};

/** What an empty room says when it will have something. */
async function loadRoundsWithout({ get }: LoaderContext, listed: { items: readonly unknown[] } | null): Promise<void> {
  if (listed?.items.length === 0) await orNull(get(listRounds, firstPage));
}

async function loadRuns(context: LoaderContext, isRoom = false): Promise<void> {
  const { get } = context;
  const runs = await orNull(get(listRuns, firstPage));
  if (isRoom) await loadRoundsWithout(context, runs);
  await Promise.all(
    (runs?.items ?? []).slice(0, 3).map((run) => orNull(get(getPrintNeed, { params: { run: run.slug } }))),
  );
}

export async function loadToday(context: LoaderContext): Promise<void> {
  const { get } = context;
  await Promise.all([
    get(getAgenda),
    get(getDesk),
    get(listRounds, firstPage),
    orNull(get(listReviews, reviewsInput('checked'))),
    orNull(get(listBounties, firstPage)),
    orNull(get(listPrintOrders, firstPage)),
    orNull(get(getFeedback)),
    loadRuns(context),
  ]);
}

export async function loadRounds({ get }: LoaderContext): Promise<void> {
  await Promise.all([get(getDesk), get(listRounds, firstPage), orNull(get(getSettings))]);
}

export async function loadCalendar({ get, search }: LoaderContext): Promise<void> {
  await Promise.all([get(getDesk), get(getCalendar, calendarInput(search))]);
}

export async function loadRound({ get, params }: LoaderContext): Promise<void> {
  const round = { params: { round: params.round! } };
  const [, { phase }] = await Promise.all([get(getDesk), get(getRound, round), orNull(get(listBounties, firstPage))]);
  if (phase === 'frozen') await orNull(get(listClusters, clustersInput(params.round!, 'open')));
  if (phase !== 'counted' && phase !== 'decided') return;
  const [count] = await Promise.all([
    orNull(get(getCount, round)),
    orNull(get(getResult, round)),
    ...(phase === 'decided' ? [orNull(get(getClosing, round))] : []),
  ]);
  await Promise.all((count?.winners ?? []).map(({ design }) => orNull(get(getDesign, { params: { design } }))));
}

export async function loadModeration(context: LoaderContext): Promise<void> {
  const { get, search } = context;
  const [, reviews] = await Promise.all([
    get(getDesk),
    get(listReviews, reviewsInput(search.get('state'))),
    orNull(get(listNotes, firstPage)),
  ]);
  await loadRoundsWithout(context, reviews);
}

export async function loadVotes({ get, search }: LoaderContext): Promise<void> {
  const [, rounds] = await Promise.all([get(getDesk), get(listRounds, firstPage)]);
  const round = roundOfVotes(rounds.items, search.get('round'))?.slug;
  if (round === undefined) return;
  const view = votesView(search);
  await Promise.all([
    orNull(get(listClusters, clustersInput(round, 'open'))),
    orNull(get(listAppeals, openAppealsInput(round))),
    view === 'appeals'
      ? orNull(get(listAppeals, { params: { round }, query: {} }))
      : orNull(get(listClusters, clustersInput(round, view))),
  ]);
}

export async function loadBounties(context: LoaderContext): Promise<void> {
  const { get } = context;
  const [, bounties] = await Promise.all([
    get(getDesk),
    get(listBounties, firstPage),
    get(listPayouts, firstPage),
    orNull(get(listOpenBankLines, firstPage)),
    orNull(get(listBankFiles, firstPage)),
  ]);
  await loadRoundsWithout(context, bounties);
}

export async function loadLedger({ get, search }: LoaderContext): Promise<void> {
  await Promise.all([
    get(getDesk),
    get(getLedger, ledgerInput(search)),
    orNull(get(listLedgerChecks, firstPage)),
    orNull(get(listRates)),
  ]);
}

export async function loadLedgerAccount({ get, params, search }: LoaderContext): Promise<void> {
  const account = { params: { account: params.account! }, ...ledgerInput(search) };
  await Promise.all([get(getDesk), get(getLedgerAccount, account)]);
}

export async function loadPrints(context: LoaderContext): Promise<void> {
  const { get } = context;
  await Promise.all([get(getDesk), get(listPrintOrders, firstPage), loadRuns(context, true)]);
}

export async function loadOrders(context: LoaderContext): Promise<void> {
  const { get, search } = context;
  const [, , runs] = await Promise.all([
    get(getDesk),
    get(listOrders, ordersInput(search)),
    orNull(get(listRuns, firstPage)),
  ]);
  await loadRoundsWithout(context, runs);
}

export async function loadSettings({ get }: LoaderContext): Promise<void> {
  await Promise.all([get(getDesk), get(getSettings)]);
}

export async function loadAudit({ get, search }: LoaderContext): Promise<void> {
  await Promise.all([get(getDesk), get(listAudit, auditInput(search)), orNull(get(listAuditActors))]);
}

export async function loadMail({ get, search, lang }: LoaderContext): Promise<void> {
  const view = mailView(search, lang);
  await Promise.all([
    get(getDesk),
    get(getMailCounts),
    view.view === 'outbox'
      ? Promise.all([get(listMails, outboxInput(search)), orNull(get(listLetterRounds))])
      : Promise.all([
          get(listMailTemplates),
          orNull(get(getMailSample, { params: { template: view.template }, query: { locale: view.locale } })),
        ]),
  ]);
}

export async function loadMessages({ get }: LoaderContext): Promise<void> {
  await Promise.all([get(getDesk), get(listContactMessages, firstPage)]);
}
