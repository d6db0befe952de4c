import { it } from 'vitest';
import { account as english } from '../../../web/src/platform/i18n/en/account.ts';
import { letter } from '../../../web/src/platform/i18n/en/letter.ts';
import { link, see } from '../../support/at-the-screen.ts';
import type { Told } from './story.ts';

/** What comes back to people: the letter, and the question whether they would recommend it. */
export function reading(told: Told): void {
  it('who did not win reads their letter, on a phone and in English', async () => {
    const { phone } = told();
    const { page } = phone;
    await phone.go('/en/me');
    await link(page, english.notebook.designs.letter).first().click();
    await page.waitForURL('**/en/designs/*/letter');
    await see(page.getByText(letter.notPrinted('Vertige')));
    await phone.shoot('month-30-letter');
  });
}
