import { type CopyWords, copyWords } from './copy-words.ts';
import type { Copy } from './pack-copy.ts';

export const readmeName = (locale: Copy['locale']): string => copyWords[locale].fileName;

const WIDTH = 88;

/** What each file is, who else has what is in it, and how long it is kept. */
export function copyReadme({ member, locale, at, shop }: Copy): string {
  const words: CopyWords = copyWords[locale];
  const when = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: shop.timeZone,
  }).format(at);
  const sections = words.files.map(({ name, what, who, kept }) =>
    [
      `${name}\n${'-'.repeat(name.length)}`,
      folded(what),
      folded(`${words.who} ${who}`),
      folded(`${words.kept} ${kept}`),
    ].join('\n'),
  );
  const head = words.title(shop.name);
  return `${[
    `${head}\n${'='.repeat(head.length)}`,
    folded(words.of(member.name || member.email, when.replaceAll('\u202f', '\u00a0'))),
    ...words.intro.map(folded),
    ...sections,
    `${words.notHere.title}\n${'-'.repeat(words.notHere.title.length)}\n${words.notHere.items.map((item) => folded(`- ${item}`)).join('\n')}`,
    folded(words.rights(shop.email)),
  ].join('\n\n')}\n`;
}

/** Broken into lines that any editor shows, at ordinary spaces only. */
function folded(text: string): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
