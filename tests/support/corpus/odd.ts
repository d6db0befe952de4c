import { deflateSync } from 'node:zlib';
import { fromPixels } from '@fraisier/server/platform/images/open-picture.ts';
import { type Case, type Cases, SENTINEL } from './cases.ts';
import { chunksOf, jpegSegment, riff, riffChunk, vp8x, withSegments } from './containers.ts';
import { figure } from './figure.ts';
import { chunk, text, writePng } from './png-writer.ts';

const design = (file: Case['file'], named: Pick<Case, 'name' | 'type'> = {}): Case => ({
  file,
  ends: 'a design',
  ...named,
});
const drawn = (file: Case['file']): Case => ({ ...design(file), isDrawn: true });
const behind = (code: string): Case => drawn(() => writePng({ behind: Buffer.from(code) }));

const jpeg = () => fromPixels(figure()).flatten({ background: '#fff' }).jpeg().toBuffer();
const webp = () => fromPixels(figure()).webp({ lossless: true, effort: 0 }).toBuffer();

/** Stranger than what programs write, and yet a picture for whoever looks at it. */
export const odd: Cases = {
  'PNG with 8 MB of text': drawn(() => writePng({ before: [text('Comment', `${SENTINEL} ${'x'.repeat(8e6)}`)] })),
  'PNG with 900 texts': design(() => writePng({ before: Array.from({ length: 900 }, () => text('a', SENTINEL)) })),
  'PNG with 5,000 chunks that nobody knows': design(() =>
    writePng({ before: Array.from({ length: 5000 }, () => chunk('zzZz', Buffer.from(SENTINEL))) }),
  ),
  'PNG whose text has a wrong checksum': design(() =>
    writePng({ before: [chunk('tEXt', Buffer.from(`a\0${SENTINEL}`), 1)] }),
  ),
  'PNG with a profile of no bytes': design(() =>
    writePng({ before: [chunk('iCCP', Buffer.concat([Buffer.from('icc\0\0'), deflateSync(Buffer.alloc(0))]))] }),
  ),
  'PNG with a profile that is none': design(() =>
    writePng({ before: [chunk('iCCP', Buffer.concat([Buffer.from('icc\0\0'), deflateSync(Buffer.from(SENTINEL))]))] }),
  ),
  'PNG with Exif that is none': design(() => writePng({ before: [chunk('eXIf', Buffer.from(SENTINEL))] })),
  'PNG with text behind its end': behind(`${SENTINEL}\n`.repeat(1000)),
  'PNG that is a ZIP too': drawn(() =>
    writePng({ behind: Buffer.concat([Buffer.from(`PK\u0003\u0004${SENTINEL}PK\u0005\u0006`), Buffer.alloc(18)]) }),
  ),
  'PNG that is a web page too': behind(`<!doctype html><script>alert("${SENTINEL}")</script>`),
  'PNG that is a script too': drawn(() =>
    writePng({ before: [text('Comment', `*/ alert("${SENTINEL}") /*`)], behind: Buffer.from(`//${SENTINEL}`) }),
  ),
  'PNG that is a PDF too': behind(`%PDF-1.4 ${SENTINEL} /JavaScript (app.alert(1)) %%EOF`),
  'PNG with PHP in a text': design(() => writePng({ before: [text('Comment', `<?php echo "${SENTINEL}"; ?>`)] })),
  'PNG with PHP in its palette': design(() =>
    writePng({
      colourType: 3,
      before: [],
      after: [chunk('zzZz', Buffer.from(`<?php ${SENTINEL} ?>`))],
    }),
  ),
  'JPEG with 200 segments': design(async () =>
    withSegments(await jpeg(), ...Array.from({ length: 200 }, () => jpegSegment(0xe7, Buffer.from(SENTINEL)))),
  ),
  'JPEG with code for a comment': drawn(async () =>
    withSegments(await jpeg(), jpegSegment(0xfe, Buffer.from(`<script>alert("${SENTINEL}")</script>`))),
  ),
  'JPEG with a ZIP behind it': drawn(async () =>
    Buffer.concat([await jpeg(), Buffer.from(`PK\u0005\u0006${SENTINEL}`), Buffer.alloc(18)]),
  ),
  'JPEG with a profile that is none': design(async () =>
    withSegments(await jpeg(), jpegSegment(0xe2, Buffer.from(`ICC_PROFILE\0\u0001\u0001${SENTINEL}`))),
  ),
  'WebP with Exif, XMP and what nobody knows': drawn(async () =>
    riff(
      vp8x(0x10 | 0x08 | 0x04, 1000, 1000),
      ...chunksOf(await webp())
        .filter(({ type }) => type === 'VP8L')
        .map(({ type, data }) => riffChunk(type, data)),
      riffChunk('EXIF', Buffer.from(SENTINEL)),
      riffChunk('XMP ', Buffer.from(`<x>${SENTINEL}</x>`)),
      riffChunk('fRsR', Buffer.from(SENTINEL)),
    ),
  ),
  'JPEG that is called a PNG': design(jpeg, { name: 'dessin.png', type: 'image/png' }),
  'PNG that is called a PDF': design(() => writePng(), { name: 'dessin.pdf', type: 'application/pdf' }),
  'PNG that is declared a web page': design(() => writePng({ bytesInIdat: 5000 }), {
    name: 'dessin.html',
    type: 'text/html',
  }),
};

/** What a file may be called, and what is kept of it: for people to read, and for no machine. */
export const names: Readonly<Record<string, { readonly name: string; readonly kept: string }>> = {
  'a way up': { name: '../../../../etc/passwd', kept: 'passwd' },
  'a way up on Windows': { name: '..\\..\\autoexec.png', kept: 'autoexec.png' },
  'a name with a NUL': { name: 'dessin.png\0.html', kept: 'dessin.png.html' },
  'a name that is read from the right': { name: 'dessin\u202egnp.exe', kept: 'dessingnp.exe' },
  'a name of 300 letters': { name: `${'é'.repeat(296)}.png`, kept: 'é'.repeat(200) },
  'a formula': { name: `=1+cmd|'c'!A1.png`, kept: `=1+cmd|'c'!A1.png` },
  code: { name: '<img src=x onerror=alert(1)>.png', kept: '<img src=x onerror=alert(1)>.png' },
  'no name': { name: '', kept: 'artwork' },
};
