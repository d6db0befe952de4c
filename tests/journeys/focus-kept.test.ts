import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';

/** Makes an element of a name and its id, `button#send`, in the page itself: its policy takes no HTML from strings. */
declare function made(what: string, ...children: (string | Node)[]): HTMLElement;

/** Changes of a page, each on parts of its own: React makes them through these same calls of the document. */
journey('the focus, when what has it goes', () => {
  let site: Site;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await openSite();
    visitor = await site.visitor('the reader');
    await visitor.go('/fr/contact');
    // What keeps it comes with the first focus.
    const kept = visitor.page.waitForResponse(/keep-focus/);
    await visitor.page.keyboard.press('Tab');
    await kept;
  });
  afterAll(() => site?.close());

  beforeEach(async () => {
    await visitor.page.evaluate(() => {
      Object.assign(window, {
        made: (what: string, ...children: (string | Node)[]) => {
          const [name = '', id] = what.split('#');
          const one = document.createElement(name);
          if (id) one.id = id;
          one.append(...children);
          return one;
        },
      });
      document.querySelector('#made')?.remove();
      const rows = [1, 2, 3].map((row) => made(`li#row${row}`, made(`button#in${row}`, `Row ${row}`)));
      const form = made('form#form', made('input#field'), made('button#send', 'Send'));
      const part = made(
        'section#made',
        made('h2', 'Section'),
        made('h3', 'Part'),
        made('div#place', made('p', 'Words'), form, made('p', 'More')),
        made('ul', ...rows),
        made(
          'section#last',
          made('h2', 'Next'),
          made('div', made('button#other', 'Other'), made('button#next', 'Next')),
        ),
      );
      document.querySelector('main')!.append(part);
    });
  });

  /** Gives the focus to one element, changes the page, and says what has it afterwards. */
  async function afterwards(first: string, change: () => void): Promise<string> {
    const { page } = visitor;
    await page.focus(first);
    await page.evaluate(change);
    // It looks a frame and a task after a change: twice that passes after the last one, on a slow machine too.
    await page.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 100));
      for (let turn = 0; turn < 2; turn++) {
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
    });
    return page.evaluate(() => {
      const one = document.activeElement!;
      return one.id || `${one.tagName.toLowerCase()} ${one.textContent}`;
    });
  }

  it('goes to the next row of a list, from its last row to the one before', async () => {
    expect(await afterwards('#in2', () => document.querySelector('#row2')!.remove())).toBe('in3');
    expect(await afterwards('#in3', () => document.querySelector('#row3')!.remove())).toBe('in1');
  });

  it('goes to the next row that stays, when several go at once', async () => {
    const change = () => {
      document.querySelector('#row1')!.remove();
      document.querySelector('#row2')!.remove();
    };
    expect(await afterwards('#in1', change)).toBe('in3');
  });

  it('goes to the button or the heading that stands in the place of a form', async () => {
    const button = () => {
      document.querySelector('#form')!.replaceWith(made('div', made('p', 'Kept'), made('button#change', 'Change')));
    };
    expect(await afterwards('#send', button)).toBe('change');
    const heading = () => {
      document.querySelector('#change')!.parentElement!.replaceWith(made('div', made('h4#sent', 'Sent')));
    };
    expect(await afterwards('#change', heading)).toBe('sent');
  });

  it('goes to the heading above when nothing or only words are there, and reads no message twice', async () => {
    expect(await afterwards('#send', () => document.querySelector('#form')!.remove())).toBe('h2 Section');
    const message = () => {
      const note = made('div', made('h3', 'Sent'));
      note.role = 'status';
      document.querySelector('#other')!.replaceWith(note);
    };
    expect(await afterwards('#other', message)).toBe('h2 Next');
  });

  it('goes on from what is taken out later around it', async () => {
    const change = () => {
      document.querySelector('#form')!.remove();
      document.querySelector('#place')!.remove();
      document.querySelector('#made')!.remove();
    };
    expect(await afterwards('#send', change)).toMatch(/^h1 /);
  });

  it('goes on from what is switched off or hidden', async () => {
    const off = () => document.querySelector('#send')!.setAttribute('disabled', '');
    expect(await afterwards('#send', off)).toBe('h2 Section');
    const hidden = () => document.querySelector('#last')!.setAttribute('hidden', '');
    expect(await afterwards('#other', hidden)).toBe('h2 Section');
  });

  it('stays with what is only moved', async () => {
    expect(await afterwards('#in1', () => document.querySelector('ul')!.append(document.querySelector('#row1')!))).toBe(
      'in1',
    );
  });

  it('goes where the page itself sends it, and stays away when it is left on purpose', async () => {
    const sent = () => {
      document.querySelector('#form')!.remove();
      requestAnimationFrame(() => document.querySelector<HTMLElement>('#other')!.focus());
    };
    expect(await afterwards('#send', sent)).toBe('other');
    expect(await afterwards('#other', () => document.querySelector<HTMLElement>('#other')!.blur())).toMatch(/^body/);
    // What was left takes nothing with it.
    const gone = () => {
      document.querySelector<HTMLElement>('#in1')!.blur();
      setTimeout(() => document.querySelector('#row1')!.remove(), 60);
    };
    expect(await afterwards('#in1', gone)).toMatch(/^body/);
  });

  it('comes back from a dialog, to the heading when what opened it is gone', async () => {
    const { page } = visitor;
    await page.evaluate(() => {
      document.querySelector('#place')!.append(made('dialog#ask', made('button#yes', 'Yes')));
    });
    await page.focus('#send');
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#ask')!.showModal());
    const change = () => {
      document.querySelector('#yes')!.remove();
      document.querySelector('#form')!.remove();
      document.querySelector<HTMLDialogElement>('#ask')!.close();
    };
    expect(await afterwards('#yes', change)).toBe('h2 Section');
  });

  it('does not scroll the page away from who uses a pointer', async () => {
    const { page } = visitor;
    await page.evaluate(() => {
      const long = () => made('div', ...Array.from({ length: 100 }, () => made('p', 'Words')));
      document.querySelector('#place')!.append(long(), made('button#far', 'Far'), long());
    });
    await page.click('#far');
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(1000);
    expect(await afterwards('#far', () => document.querySelector('#far')!.remove())).toBe('h2 Section');
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });

  it('caused no error in the page', () => {
    expect(site.complaints).toEqual([]);
  });
});
