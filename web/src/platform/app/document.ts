import type { Rendered } from '@fraisier/shared/http/web-build.ts';
import { withoutScripts as english } from '../i18n/en/without-scripts.ts';
import { withoutScripts as french } from '../i18n/fr/without-scripts.ts';
import { escapeHtml } from './escape.ts';
import { entryScript } from './manifest.ts';
import { wordmark } from './wordmark.ts';

/**
 * The whole HTML of a rendered page. No inline script, no inline style: the state is a block of JSON. The entry script
 * is 1 kB and comes with the styles, so that it is there when the page is seen: it remembers what is tapped too early.
 */
export function page(rendered: Rendered): string {
  const attributes = Object.entries(rendered.htmlAttributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  return `<!doctype html>
<html${attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<script type="module" src="${entryScript()}" async blocking="render"></script>
${rendered.head}
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#171312" media="(prefers-color-scheme: dark)">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${rendered.preloads.join('\n')}
</head>
<body>
${wordmark}
<noscript><p class="scriptless">${escapeHtml(rendered.htmlAttributes.lang === 'en' ? english : french)}</p></noscript>
<div id="root">${rendered.html}</div>
<script type="application/json" id="state">${rendered.state}</script>
</body>
</html>
`;
}
