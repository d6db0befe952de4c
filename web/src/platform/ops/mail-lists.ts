import { type MailState, mailStates } from '@fraisier/shared/contracts/mails.ts';

/** What the address of the mail room asks for. The loader and the page ask with the very same words. */

export function outboxInput(search: URLSearchParams): { query: { state?: MailState; to?: string } } {
  const state = mailStates.find((one) => one === search.get('state'));
  const to = search.get('to')?.trim().slice(0, 254) ?? '';
  return { query: { ...(state ? { state } : {}), ...(to.length >= 3 ? { to } : {}) } };
}

export interface MailView {
  readonly view: 'outbox' | 'samples';
  readonly template: string;
  readonly locale: 'fr' | 'en';
  readonly width: 'wide' | 'narrow';
  readonly theme: 'light' | 'dark';
}

export const FIRST_SAMPLE = 'result-letter';

export function mailView(search: URLSearchParams, lang: 'fr' | 'en'): MailView {
  const template = search.get('template') ?? '';
  return {
    view: search.get('view') === 'samples' ? 'samples' : 'outbox',
    template: /^[a-z]+(-[a-z]+)*$/.test(template) && template.length <= 40 ? template : FIRST_SAMPLE,
    locale: (['fr', 'en'] as const).find((one) => one === search.get('locale')) ?? lang,
    width: search.get('width') === 'narrow' ? 'narrow' : 'wide',
    theme: search.get('theme') === 'dark' ? 'dark' : 'light',
  };
}

/** The same view with one thing changed. */
export function mailQuery(view: MailView, change: Partial<MailView>): URLSearchParams {
  return new URLSearchParams({ ...view, ...change } as Record<string, string>);
}
