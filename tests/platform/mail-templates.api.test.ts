import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailSamples } from '@fraisier/server/mail-samples.ts';
import { mailKinds } from '@fraisier/server/platform/mail/kinds.ts';
import { renderMail } from '@fraisier/server/platform/mail/mail-text.ts';
import { writeMail } from '@fraisier/server/platform/mail/outbox.ts';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

let shop: TestShop;
let operator: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  operator = await shop.operator();
});
afterAll(() => shop.close());

const templates = Object.keys(mailKinds) as (keyof typeof mailKinds)[];
const locales = ['fr', 'en'] as const;
const setting = (locale: 'fr' | 'en') => ({ locale, timeZone: 'Europe/Paris', appUrl: 'https://fraisier.test' });

test('every mail that the server writes is known, has a sample, and none is known that nothing writes', () => {
  const server = new URL('../../server/src/', import.meta.url).pathname;
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('platform/mail/') && name !== 'mail-samples.ts')
    .map((name) => readFileSync(join(server, name), 'utf8'));
  const written = sources.flatMap((source) => [...source.matchAll(/template: '([\w-]+)'/g)].map((match) => match[1]!));
  expect([...new Set(written)].filter((name) => !(name in mailKinds))).toEqual([]);
  expect(templates.filter((name) => !sources.some((source) => source.includes(`'${name}'`)))).toEqual([]);
  expect(Object.keys(mailSamples).sort()).toEqual([...templates].sort());
});

describe.each(templates)('the mail %s', (template) => {
  it.each(locales)('is whole in %s, as text and as HTML', async (locale) => {
    const { body } = await operator.get(`/api/mail-templates/${template}?locale=${locale}`).expect(200);
    const html = (await operator.get(`/api/mail-templates/${template}/html?locale=${locale}`).expect(200)).text;
    const content = mailSamples[template](setting(locale));
    const { subject, text } = { subject: plain(body.subject), text: plain(body.text) };
    expect(subject).toBe(plain(content.subject));
    expect(html).toContain(`<html lang="${locale}">`);
    for (const part of [...content.paragraphs, ...(content.notes ?? [])].filter((one) => typeof one === 'string')) {
      expect(text).toContain(plain(part));
      expect(plain(html)).toContain(plain(escaped(part)));
    }
    for (const said of [body.subject, body.text, html]) expect(said).not.toMatch(/undefined|null|NaN|\[object/);
    if (locale === 'fr')
      expect(`${body.subject} ${body.text}`).not.toMatch(/ [:!?;»%€]|« |!|\u202f|nº |\d (?:mm|cm|h)\b/);
    expect(body.text).toMatch(/\n-- \n/);
  });

  it('says in both languages as much, with one thing to do at most', () => {
    const [fr, en] = locales.map((locale) => mailSamples[template](setting(locale)));
    const shape = (content: typeof fr) => [
      content!.paragraphs.length,
      content!.notes?.length,
      content!.action?.url.replace('/en/', '/fr/'),
    ];
    expect(shape(en)).toEqual(shape(fr));
  });

  it('stays small, fetches nothing and runs nothing', () => {
    for (const locale of locales) {
      const { html, text } = renderOf(template, locale);
      expect(Buffer.byteLength(html)).toBeLessThan(40_000);
      expect(html).not.toMatch(/<(script|img|link|iframe|object|form|base)\b|url\(|@import|@font-face|javascript:/i);
      expect(text.split('\n').every((line) => !/^\s+$/.test(line) || line === '-- ')).toBe(true);
    }
  });

  it('tells how to stop it if one can do without it, and only then', () => {
    for (const locale of locales) {
      const { html, text } = renderOf(template, locale);
      const hasTopic = 'topic' in mailKinds[template];
      expect([html, text].map((said) => said.includes('https://unsubscribe.invalid/'))).toEqual([hasTopic, hasTopic]);
    }
  });
});

function renderOf(template: keyof typeof mailKinds, locale: 'fr' | 'en') {
  const kind = mailKinds[template];
  const shopNames = { shop_name: 'Fraisier', legal_name: '', street: '', postal_code: '', city: '' };
  return renderMail(mailSamples[template](setting(locale)), {
    locale,
    why: kind.why,
    topic: 'topic' in kind ? kind.topic : null,
    shop: shopNames,
  });
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

describe('a mail’s words', () => {
  it('stay words, whatever stands in them', async () => {
    const naughty = `<script>alert(1)</script>"'&\u202e</p><a href="javascript:1">\u0000`.replace('\u0000', '');
    const { html, text } = renderMail(
      {
        subject: naughty,
        paragraphs: [naughty, { quote: naughty, by: naughty }, { figure: '1', mark: naughty, label: naughty }],
        action: { label: naughty, url: 'https://fraisier.test/?a=1&b=2' },
        signature: [naughty],
      },
      {
        locale: 'en',
        why: 'design',
        topic: null,
        shop: { shop_name: naughty, legal_name: '', street: '', postal_code: '', city: '' },
      },
    );
    expect(html).not.toMatch(/<script|<a href="javascript/);
    expect(text).toContain(naughty);
  });

  it('are told at a glance as at length: a figure, a quote and counts stand in the text too', () => {
    const { text } = renderMail(
      {
        subject: 'S',
        paragraphs: [
          { figure: '3', mark: 'e', label: 'sur 76' },
          { quote: 'Bien.', by: 'Une personne qui a voté' },
          { title: 'Les notes', bars: [{ label: '5', count: 12 }] },
        ],
      },
      {
        locale: 'fr',
        why: 'design',
        topic: null,
        shop: { shop_name: 'F', legal_name: '', street: '', postal_code: '', city: '' },
      },
    );
    expect(text).toContain('3e sur 76');
    expect(text).toContain('«\u00a0Bien.\u00a0»\nUne personne qui a voté');
    expect(text).toContain('Les notes\u00a0:\n5\u00a0: 12');
  });
});

describe('the samples', () => {
  it('are for operators only', async () => {
    const member = await shop.member();
    for (const path of ['/api/mail-templates', '/api/mail-templates/sign-in', '/api/mail-templates/sign-in/html']) {
      await shop.visitor.get(path).expect(401);
      await member.get(path).expect(403);
    }
    await operator.get('/api/mail-templates/nothing').expect(404);
    await operator.get('/api/mail-templates/../me').expect(404);
    await operator.get('/api/mail-templates/Sign').expect(400);
    await operator.get('/api/mail-templates/sign-in?locale=de').expect(400);
  });

  it('are shown in a frame that lets nothing in or out', async () => {
    const { headers, text } = await operator.get('/api/mail-templates/sign-in/html?theme=dark').expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^inline/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(text).toContain('@media all{body');
    const light = await operator.get('/api/mail-templates/sign-in/html?theme=light').expect(200);
    expect(light.text).toContain('@media not all{body');
  });

  it('are what is sent: the same words in the outbox make the same mail', async () => {
    const content = mailSamples['contact-received'](setting('fr'));
    await writeMail(shop.deps.db, {
      cause: 'sample',
      to: 'ana@fraisier.test',
      locale: 'fr',
      template: 'contact-received',
      content,
    });
    const row = await shop.deps.db
      .selectFrom('mails')
      .selectAll()
      .where('cause', '=', 'sample')
      .executeTakeFirstOrThrow();
    const sample = await operator.get('/api/mail-templates/contact-received/html?locale=fr').expect(200);
    expect(row.body_html).toBe(sample.text);
  });
});
