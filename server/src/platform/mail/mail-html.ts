import { monthInk } from '@fraisier/shared/cycle/month-inks.ts';
import { type CSSProperties, createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Foot } from './mail-foot.ts';
import type { MailBlock, MailContent, MailSetting } from './mail-text.ts';

/**
 * HTML as mail programs take it: tables, styles on each element, no picture and no font to fetch. What a program adds
 * by its own rules (the night, a narrow screen) stands in the head, and nothing is lost where that is dropped.
 */

const colours = {
  desk: '#eef0eb',
  paper: '#ffffff',
  ink: '#181011',
  soft: '#574e4a',
  rule: '#d9d8d3',
  fraise: '#d91e3a',
  sapin: '#1b6b45',
} as const;

const head = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.pad{padding-left:22px!important;padding-right:22px!important}.h1{font-size:27px!important;line-height:30px!important}.edge{padding:0!important}.wide{width:100%!important}.button,.button a{display:block!important;text-align:center!important}}
@media (prefers-color-scheme:dark){body,.desk{background:#171312!important}.paper{background:#1e1a18!important}.ink,.ink a{color:#f6f1ed!important}.soft,.soft a{color:#c9c0ba!important}.line{border-color:#3d3633!important}.strong{border-color:#f6f1ed!important}.button{background:#ff6e81!important}.button a{color:#181011!important}.bar{background:#f6f1ed!important}.rail{background:#2b2624!important}.mark-ink{background:#f6f1ed!important}.mark-fraise{background:#ff6e81!important}.mark-sapin{background:#6fce9b!important}.quote{border-color:#ff6e81!important}}
`.replaceAll('\n', '');

const display = "'Bricolage Grotesque','Arial Narrow',Arial,Helvetica,sans-serif";
const face = "'Instrument Sans',Helvetica,Arial,sans-serif";

export function mailHtml(content: MailContent, { locale, shop }: MailSetting, foot: Foot): string {
  const band = content.month === undefined ? undefined : monthInk(content.month);
  const first = content.paragraphs.find((part) => typeof part === 'string' && part.length > 40) ?? '';
  const page = h(
    'html',
    { lang: locale },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
      h('meta', { name: 'format-detection', content: 'telephone=no, date=no, address=no' }),
      h('title', null, content.subject),
      h('style', { dangerouslySetInnerHTML: { __html: head } }),
    ),
    h(
      'body',
      { className: 'desk', style: { margin: 0, padding: 0, background: colours.desk } },
      // What a list of mails shows beside the subject.
      h('div', { style: { display: 'none', maxHeight: 0, overflow: 'hidden' } }, first as string),
      table(
        { className: 'desk', style: { background: colours.desk } },
        cell(
          { className: 'edge', align: 'center', style: { padding: '28px 12px' } },
          table(
            { className: 'paper', style: { maxWidth: '600px', background: colours.paper } },
            brand(shop.shop_name, band),
            cell(
              { className: 'pad', style: { padding: '30px 40px 40px' } },
              h(
                'h1',
                {
                  className: 'ink h1',
                  style: {
                    margin: '0 0 22px',
                    fontFamily: display,
                    fontSize: '32px',
                    lineHeight: '35px',
                    fontWeight: 800,
                    letterSpacing: '-0.01em',
                    color: colours.ink,
                    ...anywhere,
                  },
                },
                content.headline ?? content.subject,
              ),
              ...content.paragraphs.map((part, nth) =>
                h('div', { key: nth }, typeof part === 'string' ? paragraph(part) : block(part, locale)),
              ),
              content.action ? button(content.action) : null,
              ...(content.notes ?? []).map((note, nth) => h('p', { key: nth, className: 'soft', style: small }, note)),
              content.signature ? signature(content.signature) : null,
            ),
          ),
          footer(foot),
        ),
      ),
    ),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

interface Attributes {
  readonly className?: string;
  readonly align?: 'center';
  readonly style?: CSSProperties;
}

const anywhere = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const satisfies CSSProperties;
const body: CSSProperties = {
  margin: '0 0 18px',
  fontFamily: face,
  fontSize: '16px',
  lineHeight: '26px',
  color: colours.ink,
  whiteSpace: 'pre-line',
  ...anywhere,
};
const small: CSSProperties = {
  margin: '0 0 8px',
  fontFamily: face,
  fontSize: '14px',
  lineHeight: '21px',
  color: colours.soft,
  ...anywhere,
};

/** A table of one column; each child is a cell of its own row. */
function table({ style, ...attributes }: Attributes, ...cells: ReactNode[]): ReactNode {
  return h(
    'table',
    {
      ...attributes,
      role: 'presentation',
      width: '100%',
      cellPadding: 0,
      cellSpacing: 0,
      border: 0,
      style: { width: '100%', borderCollapse: 'collapse', ...style },
    },
    h('tbody', null, ...cells.map((one, nth) => h('tr', { key: nth }, one))),
  );
}

function cell(attributes: Attributes, ...children: ReactNode[]): ReactNode {
  return h('td', attributes, ...children.map((child, nth) => h('div', { key: nth }, child)));
}

/** The name under the printer's control strip: strawberry, fir, and what they make together. */
function brand(name: string, band: string | undefined): ReactNode {
  const patch = (colour: string, className: string) =>
    h('td', {
      key: colour,
      className,
      width: 22,
      height: 10,
      style: { width: '22px', height: '10px', background: colour, fontSize: 0, lineHeight: 0 },
    });
  return h(
    'td',
    {
      className: band ? 'pad' : 'pad strong',
      style: {
        padding: '26px 40px 22px',
        ...(band ? { background: band } : { borderBottom: `2px solid ${colours.ink}` }),
      },
    },
    h(
      'table',
      { role: 'presentation', cellPadding: 0, cellSpacing: 0, border: 0, style: { borderCollapse: 'collapse' } },
      h(
        'tbody',
        null,
        h(
          'tr',
          null,
          patch(colours.fraise, band ? '' : 'mark-fraise'),
          patch(colours.ink, band ? '' : 'mark-ink'),
          patch(colours.sapin, band ? '' : 'mark-sapin'),
        ),
      ),
    ),
    h(
      'p',
      {
        // On the ink of a month the words stay dark by night as well.
        className: band ? '' : 'ink',
        style: {
          margin: '10px 0 0',
          fontFamily: display,
          fontSize: '26px',
          lineHeight: '28px',
          fontWeight: 800,
          color: colours.ink,
        },
      },
      name,
    ),
  );
}

function paragraph(text: string): ReactNode {
  return h('p', { className: 'ink', style: body }, text);
}

function block(part: MailBlock, locale: 'fr' | 'en'): ReactNode {
  if ('quote' in part) {
    const quoted = locale === 'fr' ? `«\u00a0${part.quote}\u00a0»` : `“${part.quote}”`;
    return h(
      'blockquote',
      {
        className: 'quote',
        style: { margin: '0 0 20px', paddingLeft: '18px', borderLeft: `3px solid ${colours.fraise}` },
      },
      h('p', { className: 'ink', style: { ...body, margin: 0, fontStyle: 'italic' } }, quoted),
      part.by ? h('p', { className: 'soft', style: { ...small, margin: '4px 0 0' } }, part.by) : null,
    );
  }
  if ('figure' in part) {
    return h(
      'p',
      {
        className: 'ink',
        style: { margin: '0 0 20px', fontFamily: display, fontWeight: 800, color: colours.ink, lineHeight: '64px' },
      },
      h('span', { style: { fontSize: '72px', letterSpacing: '-0.02em' } }, part.figure),
      part.mark ? h('sup', { style: { fontSize: '28px', lineHeight: '28px', verticalAlign: 'top' } }, part.mark) : null,
      h('span', { style: { fontFamily: face, fontSize: '16px', fontWeight: 400 } }, ` ${part.label}`),
    );
  }
  return bars(part);
}

function bars({ bars: rows, title }: Extract<MailBlock, { bars: unknown }>): ReactNode {
  const most = Math.max(1, ...rows.map((row) => row.count));
  const words = { fontFamily: face, fontSize: '14px', lineHeight: '22px', color: colours.ink };
  return h(
    'table',
    {
      width: '100%',
      cellPadding: 0,
      cellSpacing: 0,
      border: 0,
      style: { width: '100%', borderCollapse: 'collapse', margin: '0 0 22px' },
    },
    h(
      'caption',
      { className: 'ink', style: { ...words, fontWeight: 600, textAlign: 'left', padding: '0 0 6px' } },
      title,
    ),
    h(
      'tbody',
      null,
      ...rows.map(({ label, count }) =>
        h(
          'tr',
          { key: label },
          h(
            'th',
            {
              scope: 'row',
              className: 'ink',
              width: 44,
              style: { ...words, width: '44px', textAlign: 'left', fontWeight: 400 },
            },
            label,
          ),
          h('td', { style: { padding: '3px 0' } }, bar(Math.round((100 * count) / most))),
          h(
            'td',
            { className: 'ink', width: 52, style: { ...words, width: '52px', textAlign: 'right' } },
            String(count),
          ),
        ),
      ),
    ),
  );
}

function bar(percent: number): ReactNode {
  const part = (className: string, colour: string, width: number) =>
    width === 0
      ? null
      : h('td', {
          className,
          width: `${width}%`,
          height: 14,
          style: { width: `${width}%`, height: '14px', background: colour, fontSize: 0, lineHeight: 0 },
        });
  return h(
    'table',
    {
      role: 'presentation',
      width: '100%',
      cellPadding: 0,
      cellSpacing: 0,
      border: 0,
      style: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
    },
    h('tbody', null, h('tr', null, part('bar', colours.ink, percent), part('rail', colours.desk, 100 - percent))),
  );
}

function button({ label, url }: { label: string; url: string }): ReactNode {
  return h(
    'table',
    {
      role: 'presentation',
      cellPadding: 0,
      cellSpacing: 0,
      border: 0,
      style: { margin: '28px 0 26px' },
      className: 'wide',
    },
    h(
      'tbody',
      null,
      h(
        'tr',
        null,
        h(
          'td',
          { className: 'button', bgcolor: colours.fraise, style: { background: colours.fraise } } as object,
          h(
            'a',
            {
              href: url,
              style: {
                display: 'inline-block',
                padding: '15px 26px',
                fontFamily: face,
                fontSize: '17px',
                lineHeight: '22px',
                fontWeight: 700,
                color: '#ffffff',
                textDecoration: 'none',
              },
            },
            label,
          ),
        ),
      ),
    ),
  );
}

function signature([name, ...rest]: readonly string[]): ReactNode {
  return h(
    'p',
    { className: 'ink', style: { ...body, margin: '28px 0 0' } },
    h('strong', null, name),
    ...rest.flatMap((line, nth) => [h('br', { key: `b${nth}` }), line]),
  );
}

function footer({ why, unsubscribe, sender }: Foot): ReactNode {
  const style = { ...small, fontSize: '13px', lineHeight: '19px', margin: '0 0 4px' };
  return table(
    { style: { maxWidth: '600px' } },
    cell(
      { className: 'pad', style: { padding: '20px 40px 8px' } },
      h('p', { className: 'soft', style }, why),
      unsubscribe
        ? h(
            'p',
            { className: 'soft', style },
            h('a', { href: unsubscribe.url, style: { color: colours.soft } }, unsubscribe.label),
          )
        : null,
      h('p', { className: 'soft', style }, sender),
    ),
  );
}
