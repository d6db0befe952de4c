import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** What a mail says, before it has a shape. One action at most: a mail has one thing to do. */
export interface MailContent {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Small, below the action. */
  readonly notes?: readonly string[];
  readonly signature?: readonly string[];
}

const ink = '#181011';
const soft = '#574e4a';
const body = {
  margin: '0 0 18px',
  fontSize: '16px',
  lineHeight: '26px',
  color: ink,
  whiteSpace: 'pre-line',
  overflowWrap: 'anywhere',
} as const;
const small = { margin: '0 0 8px', fontSize: '14px', lineHeight: '21px', color: soft };

/** Renders a mail as text and as HTML that says the same. */
export function renderMail(
  content: MailContent,
  options: { locale: 'fr' | 'en'; shopName: string },
): { text: string; html: string } {
  const text = [
    ...content.paragraphs,
    ...(content.action ? [`${content.action.label}:\n${content.action.url}`] : []),
    ...(content.notes ?? []),
    ...(content.signature ? [content.signature.join('\n')] : []),
    `-- \n${options.shopName}`,
  ].join('\n\n');

  const paragraphs: ReactNode[] = content.paragraphs.map((paragraph) =>
    h('p', { key: paragraph, style: body }, paragraph),
  );
  const page = h(
    'html',
    { lang: options.locale },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light' }),
      h('title', null, content.subject),
    ),
    h(
      'body',
      { style: { margin: 0, padding: '32px 16px', background: '#eef0eb', fontFamily: 'Helvetica, Arial, sans-serif' } },
      h(
        'div',
        {
          style: {
            maxWidth: '560px',
            margin: '0 auto',
            background: '#ffffff',
            padding: '40px 36px',
            borderTop: '6px solid #d91e3a',
          },
        },
        h('p', { style: { margin: '0 0 28px', fontSize: '22px', fontWeight: 800, color: ink } }, options.shopName),
        ...paragraphs,
        content.action
          ? h(
              'p',
              { style: { margin: '28px 0' } },
              h(
                'a',
                {
                  href: content.action.url,
                  style: {
                    display: 'inline-block',
                    background: '#d91e3a',
                    color: '#ffffff',
                    fontWeight: 700,
                    fontSize: '17px',
                    padding: '14px 24px',
                    textDecoration: 'none',
                  },
                },
                content.action.label,
              ),
            )
          : null,
        ...(content.notes ?? []).map((note) => h('p', { key: note, style: small }, note)),
        content.signature
          ? h(
              'p',
              { style: { ...body, marginTop: '28px' } },
              ...content.signature.flatMap((line, index) => [index > 0 ? h('br', { key: `br${index}` }) : null, line]),
            )
          : null,
      ),
    ),
  );
  return { text, html: `<!doctype html>${renderToStaticMarkup(page)}` };
}
