import { inflateSync } from 'node:zlib';

/**
 * The words of a PDF as our papers write it: fonts embedded in part, glyphs by number, each font with its table back to
 * letters. Lines come in the order in which they were put; spaces are advances, no letters, and are not there.
 */
export function pdfText(pdf: Buffer): string {
  const objects = new Map<string, { head: string; body: string }>();
  for (const [, id = '', raw = ''] of pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    const [head = '', rest] = raw.split('stream\n', 2);
    const stream = rest === undefined ? '' : raw.slice(raw.indexOf('stream\n') + 7, raw.lastIndexOf('\nendstream'));
    const body = head.includes('/FlateDecode') ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
    objects.set(id, { head, body });
  }
  const all = [...objects.values()];
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of all) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1];
      fonts.set(name, lettersOf(objects.get(table ?? '')?.body ?? ''));
    }
  }
  const lines: string[] = [];
  for (const { body } of all.filter((one) => / Tf\b/.test(one.body))) {
    let letters = new Map<string, string>();
    for (const [, font, shown] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
      if (font) letters = fonts.get(font) ?? letters;
      else {
        const codes = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
        lines.push(codes.map((code) => letters.get(code) ?? '\ufffd').join(''));
      }
    }
  }
  return lines.join('\n');
}

/** `beginbfrange <0000> <00ff> [<0041> …]`: the letters of the glyphs from the first on. */
function lettersOf(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/gs)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const code = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      letters.set(code, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}
