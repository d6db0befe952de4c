import { afterAll, beforeAll, beforeEach, expect, it, onTestFailed } from 'vitest';
import { journey, openSite } from '../support/browser.ts';
import { buying } from './scenes/buying.ts';
import { counting } from './scenes/counting.ts';
import { drawing } from './scenes/drawing.ts';
import { paying } from './scenes/paying.ts';
import { printing } from './scenes/printing.ts';
import { reading } from './scenes/reading.ts';
import type { Story } from './scenes/story.ts';
import { voting } from './scenes/voting.ts';

journey('a whole month', () => {
  let story: Story;
  let broken = false;
  const told = () => story;

  beforeAll(async () => {
    const site = await openSite();
    const { shop } = site;
    await shop.setClock('2026-12-28T09:00:00Z');
    const odile = await shop.operator({ name: 'Odile Fabre', email: 'odile@fraisier.test' });
    const farid = await shop.member({ name: 'Farid Haddad', email: 'farid@fraisier.test' });
    const oskar = await shop.member({ name: 'Oskar Lindgren', email: 'oskar@fraisier.test', locale: 'en' });
    story = {
      site,
      slug: '2027-02',
      title: 'Un froid de canard',
      operator: await site.visitor('the operator', { as: odile }),
      head: await site.visitor('the head', { as: await shop.admin() }),
      designer: await site.visitor('the designer'),
      designerEmail: 'maud@fraisier.test',
      designerName: 'Maud Lesage',
      voter: await site.visitor('the voter', { as: farid }),
      phone: await site.visitor('the phone', { as: oskar, device: 'phone', lang: 'en' }),
      loser: oskar,
      month: { slug: '2027-02', roundId: '', operator: odile, designers: [], designs: [], voters: [] },
      design: '',
      artworkSha256: '',
      bounty: '',
      run: '',
      order: '',
    };
  });
  afterAll(() => story?.site.close());

  // Each step lives on what the ones before it did.
  beforeEach((step) => {
    if (broken) step.skip('an earlier step failed');
    onTestFailed(async () => {
      broken = true;
      const { operator, designer, voter, phone } = story;
      for (const one of [operator, designer, voter, phone]) await one.shoot(`failed-${one.name.replaceAll(' ', '-')}`);
      console.error(story.site.complaints.join('\n'));
    });
  });

  drawing(told);
  voting(told);
  counting(told);
  paying(told);
  buying(told);
  printing(told);
  reading(told);

  it('caused no error in any page', () => {
    expect(story.site.complaints).toEqual([]);
  });
});
