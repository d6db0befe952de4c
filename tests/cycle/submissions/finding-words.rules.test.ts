import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type ReportFinding, useFindingWords } from '../../../web/src/cycle/submissions/finding-words.ts';
import { loadText } from '../../../web/src/platform/i18n/catalogues.ts';
import { formatsFor } from '../../../web/src/platform/i18n/format.ts';
import { SpeechContext } from '../../../web/src/platform/i18n/use-text.ts';

async function said(lang: 'fr' | 'en', finding: ReportFinding): Promise<string> {
  await loadText(lang, 'submit');
  const Finding = () => createElement('p', null, useFindingWords()(finding).text);
  const page = createElement(SpeechContext, { value: { lang, format: formatsFor(lang) } }, createElement(Finding));
  return renderToStaticMarkup(page).replaceAll(/<[^>]*>/g, '');
}

test('what is just over a limit never reads as the limit itself', async () => {
  const bytes = { code: 'file_size', level: 'block', values: { bytes: 60_000_001, most: 60_000_000 } } as const;
  expect(await said('fr', bytes)).toBe('Il pèse 60,1\u00a0Mo, la limite est de 60\u00a0Mo.');
  expect(await said('en', bytes)).toBe('It weighs 60.1\u00a0MB; the limit is 60\u00a0MB.');
  const pixels = { code: 'too_many_pixels', level: 'block', values: { pixels: 64_004_000, most: 64_000_000 } } as const;
  expect(await said('fr', pixels)).toContain('64,1');
  expect(await said('en', pixels)).toContain('64.1');
});
