import type { MailBlock, MailContent } from './mail-text.ts';

/** No line begins with a colon or a unit, or ends with an opening quote: the spaces of French signs do not break. The narrow one of
 * numbers is in few fonts. */
function spaced(text: string): string {
  return text
    .replaceAll('\u202f', '\u00a0')
    .replace(/ (?=[:;?!»%€])|(?<=«|[nN]º) |(?<=\d) (?=(?:px|dpi|mm|cm|h|Mo)(?:[\s.,;)]|$))/g, '\u00a0');
}

export function setInFrench(content: MailContent): MailContent {
  const { subject, headline, paragraphs, action, notes } = content;
  return {
    ...content,
    subject: spaced(subject),
    ...(headline ? { headline: spaced(headline) } : {}),
    paragraphs: paragraphs.map((part) => (typeof part === 'string' ? spaced(part) : setBlock(part))),
    ...(action ? { action: { ...action, label: spaced(action.label) } } : {}),
    ...(notes ? { notes: notes.map(spaced) } : {}),
  };
}

function setBlock(block: MailBlock): MailBlock {
  if ('quote' in block) return { ...block, quote: spaced(block.quote) };
  if ('figure' in block) return { ...block, label: spaced(block.label) };
  return { ...block, title: spaced(block.title) };
}
