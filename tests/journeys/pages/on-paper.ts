import type { Page } from 'playwright-core';

/** What is wrong with a page as it would be printed: what is dark, what one clicks, what a sheet would cut through. */
export function onPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const nameOf = (one: Element) => `${one.tagName.toLowerCase()} “${(one.textContent ?? '').trim().slice(0, 30)}”`;
    // As the browser computes it, whatever the colour is written in.
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const lightness = (colour: string) => {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
      return alpha === 0 ? 255 : (red + green + blue) / 3;
    };
    for (const ground of [document.documentElement, document.body, document.getElementById('main')!])
      if (lightness(getComputedStyle(ground).backgroundColor) < 250) wrong.push(`${ground.tagName} is not white`);
    if (![...document.querySelectorAll('main :is(h1, h2, p)')].some((words) => words.checkVisibility()))
      wrong.push('the sheet is empty');
    for (const words of document.querySelectorAll('main h1, main h2, main p, main td'))
      if (words.checkVisibility() && lightness(getComputedStyle(words).color) > 140)
        wrong.push(`${nameOf(words)} is pale`);
    for (const clicked of document.querySelectorAll(
      '#root > header, #root > footer, main nav, button, input[type=file]',
    ))
      if (clicked.checkVisibility()) wrong.push(`${nameOf(clicked)} is there`);
    for (const whole of document.querySelectorAll('main tr, main figure, main blockquote, main p'))
      if (whole.checkVisibility() && getComputedStyle(whole).breakInside !== 'avoid')
        wrong.push(`${nameOf(whole)} may be split`);
    return wrong;
  });
}

/** The sheets of a PDF that the browser made. */
export function sheetsOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
