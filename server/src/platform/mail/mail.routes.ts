import {
  getMailCounts,
  getMailPreference,
  getMailSample,
  getMyMailTopics,
  listMails,
  listMailTemplates,
  putMailPreference,
  putMyMailTopic,
  retryFailedMails,
  retryMail,
  showMailSample,
} from '@fraisier/shared/contracts/mails.ts';
import { pageOf } from '../http/page.ts';
import type { Routes } from '../http/route.ts';
import { countOutbox, listOutbox } from './desk.sql.ts';
import { secretTemplates } from './kinds.ts';
import { outboxView } from './mail.view.ts';
import { retryFailedMails as reviveAll, retryMail as reviveOne } from './retry-mail.ts';
import { listSamples, sampleHtml, sampleOf } from './samples.ts';
import { putMyTopic, putPreference, readMyTopics, readPreference } from './topics.ts';

const OUTBOX_PAGE = 50;

export const mailRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(listMails, async ({ query }) => {
    const rows = await listOutbox(db, { ...query, hidden: secretTemplates, limit: OUTBOX_PAGE + 1 });
    return pageOf(rows, OUTBOX_PAGE, (row) => outboxView(row, query.to !== undefined));
  });

  route(getMailCounts, async () => {
    const { oldestWaitingSince, lastSentAt, ...counts } = await countOutbox(db);
    return {
      ...counts,
      oldestWaitingSince: oldestWaitingSince?.toISOString() ?? null,
      lastSentAt: lastSentAt?.toISOString() ?? null,
    };
  });

  route(retryMail, ({ member, params }) => reviveOne(deps, member, params.mail));
  route(retryFailedMails, async ({ member }) => ({ mails: await reviveAll(deps, member) }));

  route(listMailTemplates, async () => ({ items: listSamples() }));
  route(getMailSample, async ({ member, params, query }) => {
    const { subject, text } = await sampleOf(deps, params.template, query.locale ?? member.locale);
    return { subject, text };
  });
  route(showMailSample, async ({ member, params, query, reply }) => {
    const { html } = await sampleOf(deps, params.template, query.locale ?? member.locale);
    // The document needs its inline styles, and nothing else; it may stand in a frame of the console.
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox",
    );
    // In a sandbox it has no origin of its own to be kept apart by.
    reply.header('origin-agent-cluster', '?0');
    return {
      body: Buffer.from(query.theme ? sampleHtml(html, query.theme) : html),
      fileName: `${params.template}.html`,
      isShown: true,
    };
  });

  route(getMailPreference, ({ params }) => readPreference(deps, params.token));
  route(putMailPreference, ({ params, body }) => putPreference(deps, params.token, body.wanted));
  route(getMyMailTopics, ({ member }) => readMyTopics(deps, member));
  route(putMyMailTopic, async ({ member, body }) => {
    await putMyTopic(deps, member, body);
    return readMyTopics(deps, member);
  });
};
