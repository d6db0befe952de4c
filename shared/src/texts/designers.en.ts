import type { Page } from './page.ts';

export const page: Page = {
  title: 'Template and inks',
  lead: 'How to make a file that the workshop can print, and what stays yours.',
  sections: [
    {
      id: 'template',
      title: 'The template',
      paragraphs: [
        'The print area is {printArea}. At 300 dpi that is {printPixels} pixels. Open a document of that size with a transparent background: that is the whole template.',
        'Keep {safeMargin} of margin inside it. What touches the edge may be cut off when the screens are lined up.',
      ],
    },
    {
      id: 'file',
      title: 'The file',
      figure: { value: '60', of: 'MB at most' },
      paragraphs: ['PNG, JPEG or WebP, 60 MB at most. We do not take SVG: export it as PNG.'],
      list: [
        'A transparent background, in PNG or WebP. JPEG has no transparency: its background is printed with the design.',
        'From 1,000 to 12,000 pixels a side, 64 million pixels in all at most. Anything else is refused.',
        'From {goodDpi} dpi at print size the design is sharp. Below that we still take it, and the check says up to what size it prints well.',
        'We keep the original as it is. It is what gets printed, the very pixels that people voted on.',
        'We tell the format from the file’s content, not from its name.',
      ],
    },
    {
      id: 'inks',
      title: 'The inks',
      figure: { value: '{maxInks}', of: 'inks at most, one for each pass' },
      paragraphs: [
        'At most {maxInks} inks. Each is flat: one colour, one pass. For a gradient, use halftone dots of a single ink.',
        'A line, or a gap between two lines, is {leastLine} wide at least. Below that the ink does not come through, or the gap fills in.',
        'Ink in the colour of the fabric cannot be seen. Leave those parts empty instead, and the fabric makes the colour.',
        'Choose a fabric. It is the one voters will see.',
      ],
    },
    {
      id: 'check',
      title: 'The check',
      paragraphs: [
        'The file is checked as soon as it is in: what blocks, what to look at, what is fine, with the figures. A person at the workshop then admits it, or refuses it and says why.',
        'While the round collects, you can replace the file and keep your place, or withdraw the design. A replaced file is checked again.',
      ],
      see: ['rules'],
    },
    {
      id: 'words',
      title: 'What you write',
      figure: { value: '60', of: 'characters for a title' },
      paragraphs: ['Each design has:'],
      list: [
        'a title, 60 characters at most;',
        'a text, 600 characters at most, if you like;',
        'a description for people who cannot see the picture, 200 characters at most. Say what can be seen, without repeating the title;',
        'your sources, if any: the photograph, typeface or work you started from.',
      ],
    },
    {
      id: 'rights',
      title: 'Your rights',
      figure: { value: '0', of: 'rights given away, but by a winner who signs' },
      paragraphs: [
        'By entering you declare that you made the design and have the right to show it. You let us display it: a display licence, nothing more. The design stays yours, and you may sell it elsewhere.',
        'Only the designer of the winning design signs a contract, which names each right granted, for how long and for how much. When it ends, the product page closes.',
      ],
      see: ['bounty'],
    },
  ],
};
