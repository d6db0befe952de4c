import type { Page } from './page.ts';

export const page: Page = {
  title: 'Sizes',
  lead: 'The best measurement is the one of the T-shirt you already wear.',
  sections: [
    {
      id: 'choice',
      title: 'What there is',
      paragraphs: [
        'The sizes, cuts and fabrics of a run are those on its page. They are chosen for each run, and the sizes voters asked for help us plan it.',
      ],
    },
    {
      id: 'yours',
      title: 'Measure your own',
      paragraphs: ['Take a T-shirt that fits you and lay it flat, without stretching it.'],
      list: [
        'Width: from armpit to armpit, in a straight line.',
        'Length: from the highest point of the shoulder, by the collar, down to the hem.',
      ],
    },
    {
      id: 'compare',
      title: 'Compare',
      figure: { value: '14', of: 'days to return a piece that does not fit' },
      paragraphs: [
        'Garments are measured the same way, lying flat. We publish only what was measured on the pieces themselves: where a page gives no figures, we have none.',
        'Between two sizes, or with no figures, write to {email}: somebody will measure for you.',
        'A piece that does not fit can be returned within fourteen days, unless its label bears your own words.',
      ],
      see: ['terms'],
    },
    {
      id: 'print',
      title: 'The design on it',
      paragraphs: [
        'The design is the same size on every garment: it fits within {printArea}. So it looks larger on an XS than on a 3XL.',
      ],
    },
  ],
};
