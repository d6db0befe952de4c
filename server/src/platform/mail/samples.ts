import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { mailSamples } from '../../mail-samples.ts';
import { readSettings } from '../settings/settings.sql.ts';
import { kindOf, type MailTemplate, mailKinds } from './kinds.ts';
import { type RenderedMail, renderMail } from './mail-text.ts';

const templates = Object.keys(mailKinds) as MailTemplate[];

export function listSamples() {
  return templates.map((template) => {
    const { topic = null, why } = kindOf(template);
    return { template, topic, why };
  });
}

/** A mail as it would leave: the words of its own folder, the shape and the foot of every mail. */
export async function sampleOf({ db, config }: Deps, template: string, locale: 'fr' | 'en'): Promise<RenderedMail> {
  const known = templates.find((one) => one === template);
  if (!known) throw new Problem('not_found');
  const { why, topic = null } = kindOf(known);
  const shop = await readSettings(db);
  const content = mailSamples[known]({ locale, timeZone: shop.time_zone, appUrl: config.appUrl });
  return renderMail(content, { locale, why, topic, shop });
}

/** The same document as a reader by day or by night has it, whatever the screen that it is looked at on. */
export function sampleHtml(html: string, theme: 'light' | 'dark'): string {
  return html
    .replaceAll('(prefers-color-scheme:dark)', theme === 'dark' ? 'all' : 'not all')
    .replaceAll('color-scheme:light dark', `color-scheme:${theme}`)
    .replaceAll('content="light dark"', `content="${theme}"`);
}
