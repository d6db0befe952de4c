import { listDemoMail, listDemoPeople, signInAsDemoPerson } from '@fraisier/shared/contracts/demo.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { openSession } from '../../people/open-session.ts';
import { meView } from '../../people/people.view.ts';
import type { Routes } from '../http/route.ts';
import { listMails } from '../mail/outbox.sql.ts';
import { withLinks } from '../mail/unsubscribe.ts';
import { listDemoPeople as readPeople } from './demo.sql.ts';

/** Registered in demo mode only: elsewhere these addresses do not exist. */
export const demoRoutes: Routes = (route, deps) => {
  route(listDemoPeople, async () => ({ items: await readPeople(deps.db) }));

  route(signInAsDemoPerson, async ({ body, request, reply }) => {
    const person = (await readPeople(deps.db)).find((one) => one.key === body.key);
    if (!person) throw new Problem('not_found');
    return meView(await openSession(deps, await deps.accounts.issueToken(person.email), request, reply));
  });

  route(listDemoMail, async ({ query }) => {
    const mails = await listMails(deps.db, { to: query.to, limit: 100 });
    const items = mails.map((mail) => {
      const { text, html } = withLinks(deps.config, mail);
      return {
        id: mail.id,
        to: mail.recipient,
        subject: mail.subject,
        template: mail.template,
        text,
        html,
        links: text.match(/https?:\/\/\S+/g) ?? [],
        createdAt: mail.created_at.toISOString(),
        sentAt: mail.sent_at?.toISOString() ?? null,
      };
    });
    return { items, nextCursor: null };
  });
};
