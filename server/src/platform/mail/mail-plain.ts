import type { Foot } from './mail-foot.ts';
import type { MailBlock, MailContent, MailSetting } from './mail-text.ts';

/**
 * The mail for who reads plain text. Paragraphs are not broken into lines: each program breaks them as wide as its
 * window is, and a signature to be checked stays as it was signed.
 */
export function mailPlain(content: MailContent, { locale }: MailSetting, foot: Foot): string {
  const colon = locale === 'fr' ? '\u00a0:' : ':';
  return `${[
    ...(content.headline ? [content.headline] : []),
    ...content.paragraphs.map((part) => (typeof part === 'string' ? part : blockText(part, locale, colon))),
    ...(content.action ? [`${content.action.label}${colon}\n${content.action.url}`] : []),
    ...(content.notes ?? []),
    ...(content.signature ? [content.signature.join('\n')] : []),
    [
      // Programs that know this line fold away what stands below it.
      '-- ',
      foot.sender,
      foot.why,
      ...(foot.unsubscribe ? [`${foot.unsubscribe.label}${colon}\n${foot.unsubscribe.url}`] : []),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

function blockText(block: MailBlock, locale: 'fr' | 'en', colon: string): string {
  if ('quote' in block) {
    const quoted = locale === 'fr' ? `«\u00a0${block.quote}\u00a0»` : `“${block.quote}”`;
    return block.by ? `${quoted}\n${block.by}` : quoted;
  }
  if ('figure' in block) return `${block.figure}${block.mark ?? ''} ${block.label}`;
  return [`${block.title}${colon}`, ...block.bars.map(({ label, count }) => `${label}${colon} ${count}`)].join('\n');
}
