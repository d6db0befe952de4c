import { answerContactMessage, listContactMessages, sendContactMessage } from '@fraisier/shared/contracts/contact.ts';
import { pageOf } from '../platform/http/page.ts';
import type { Routes } from '../platform/http/route.ts';
import { answerMessage, receiveMessage } from './answer-contact.ts';
import { listContactMessages as readMessages } from './contact.sql.ts';
import { contactView } from './people.view.ts';

const PAGE = 50;

export const contactRoutes: Routes = (route, deps) => {
  route(sendContactMessage, async ({ member, body, request }) => {
    const locale = member?.locale ?? (request.headers['accept-language']?.startsWith('en') ? 'en' : 'fr');
    const row = await receiveMessage(deps, { ...body, locale, member });
    return { id: row.id, receivedAt: row.received_at.toISOString() };
  });

  route(listContactMessages, async ({ query }) => {
    const rows = await readMessages(deps.db, { cursor: query.cursor, limit: PAGE });
    return pageOf(rows, PAGE, contactView);
  });

  route(answerContactMessage, async ({ member, params, body }) =>
    contactView(await answerMessage(deps, { id: params.message, actor: member, answer: body.answer })),
  );
};
