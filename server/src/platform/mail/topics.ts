import { type MailTopic, mailTopics } from '@fraisier/shared/contracts/mails.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { kindOf } from './kinds.ts';
import { findMail, isUnwanted, type MailRow } from './outbox.sql.ts';
import { listUnwantedTopics, putTopic } from './topics.sql.ts';
import { mailOfToken } from './unsubscribe.ts';

interface Preference {
  readonly topic: MailTopic;
  readonly wanted: boolean;
  readonly address: string;
}

/** The mail that a link stood in, and its topic. A link of a mail that is gone, or that has no topic, leads nowhere. */
export async function mailOfLink(deps: Deps, token: string): Promise<MailRow & { topic: MailTopic }> {
  const id = mailOfToken(deps.config, token);
  const mail = id ? await findMail(deps.db, id) : undefined;
  const topic = mail && kindOf(mail.template).topic;
  if (!topic) throw new Problem('not_found');
  return { ...mail, topic };
}

export async function readPreference(deps: Deps, token: string): Promise<Preference> {
  const { recipient, topic } = await mailOfLink(deps, token);
  return { topic, wanted: !(await isUnwanted(deps.db, recipient, topic)), address: maskAddress(recipient) };
}

export async function putPreference(deps: Deps, token: string, wanted: boolean): Promise<Preference> {
  const { recipient, topic } = await mailOfLink(deps, token);
  await putTopic(deps.db, recipient, topic, wanted);
  return { topic, wanted, address: maskAddress(recipient) };
}

export async function readMyTopics({ db }: Deps, { email }: Member) {
  const unwanted = await listUnwantedTopics(db, email);
  return { topics: mailTopics.map((topic) => ({ topic, wanted: !unwanted.includes(topic) })) };
}

/** Wants mails of a topic, or not. */
export function putMyTopic(
  { db }: Deps,
  { email }: Member,
  { topic, wanted }: { topic: MailTopic; wanted: boolean },
): Promise<void> {
  return putTopic(db, email, topic, wanted);
}

/** `m•••@fraisier.test`: enough to know one's own by. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}•••${address.slice(at)}`;
}
