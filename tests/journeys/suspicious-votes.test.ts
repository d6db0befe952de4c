import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ballotEnd } from '../../web/src/platform/i18n/en/ballot-end.ts';
import { account } from '../../web/src/platform/i18n/fr/account.ts';
import { ballotEnd as ballotFrEnd } from '../../web/src/platform/i18n/fr/ballot-end.ts';
import { ops } from '../../web/src/platform/i18n/fr/ops.ts';
import { opsRounds } from '../../web/src/platform/i18n/fr/ops-rounds.ts';
import { opsVotes as text } from '../../web/src/platform/i18n/fr/ops-votes.ts';
import { result } from '../../web/src/platform/i18n/fr/result.ts';
import { button, heading, link, see } from '../support/at-the-screen.ts';
import { BLOC, type BlocMonth, blocMonth, clustersOf } from '../support/blocs.ts';
import { journey, openSite, type Site, type Visitor } from '../support/browser.ts';
import { hasFocus, tabTo } from '../support/by-keyboard.ts';
import { moveTo } from '../support/month.ts';
import { axeViolations, overflowAt } from '../support/page-checks.ts';

journey('suspicious votes', () => {
  let site: Site;
  let month: BlocMonth;
  /** Odile, and Simon, of the workshop. */
  let odile: Visitor;
  let simon: Visitor;
  let voter: Visitor;
  const title = () => month.designs.find((design) => design.id === month.pushed)!.title;
  const name = () => text.about(text.signals.sole_favourite, title());
  const desk = (state: string) => `/fr/ops/votes?round=${month.slug}&state=${state}`;

  beforeAll(async () => {
    site = await openSite();
    month = await blocMonth(site.shop, { plan: { appealHours: 48 } });
    await enqueue(site.shop.deps.db, 'find-clusters', {});
    await site.shop.runJobs();
    odile = await site.visitor('Odile', { as: month.operator });
    simon = await site.visitor('Simon', { as: await site.shop.operator({ name: 'Simon' }) });
    voter = await site.visitor('a voter', { as: month.bloc[0]!, lang: 'en', device: 'phone' });
  }, 60_000);
  afterAll(() => site?.close());

  it('are set aside by keyboard alone, with a reason, and can be taken back before they leave', async () => {
    await odile.go('/fr/ops/votes');
    const { page } = simon;
    await simon.go('/fr/ops');
    await page.getByRole('link', { name: text.title }).first().press('Enter');
    await see(heading(page, name()), page.getByText(text.counts.sole_favourite({ ballots: BLOC, of: BLOC })));
    expect(await axeViolations(page)).toEqual([]);
    await simon.shoot('votes-01-desk');

    await page.keyboard.press('m');
    const first = page.getByRole('radio', { name: text.quarantineReasons.flat_ballot });
    await hasFocus(first);
    await see(page.getByText(text.will.quarantine(BLOC)));
    await simon.shoot('votes-02-reason');
    // Nothing is chosen beforehand, and nothing goes without a reason.
    await tabTo(page, button(page, text.acts.quarantine));
    await page.keyboard.press('Enter');
    await see(page.getByRole('alert').filter({ hasText: text.reasonMissing }));
    await page.keyboard.press('Escape');
    await hasFocus(heading(page, name()));

    const setAside = async () => {
      await page.keyboard.press('m');
      await hasFocus(first);
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowDown');
      await see(page.getByRole('radio', { name: text.quarantineReasons.sole_favourite, checked: true }));
      await page.keyboard.press('Enter');
      await see(page.getByText(text.said.quarantine(name(), BLOC)), page.getByText(text.empty.open));
    };
    await setAside();
    await page.keyboard.press('z');
    await hasFocus(heading(page, name()));
    await expect.poll(() => first.count()).toBe(0);
    await setAside();
    // What can still be taken back is sent when the page is left.
    await simon.go('/fr/ops');
    await expect.poll(async () => (await clustersOf(month))[0]?.state, { timeout: 10_000 }).toBe('quarantined');
  });

  it('are decided once: who comes second is shown the first one’s decision', async () => {
    const { page } = odile;
    await see(heading(page, name()));
    await page.keyboard.press('l');
    await page.getByRole('radio', { name: text.dismissReasons.honest_pattern }).press(' ');
    await page.keyboard.press('Enter');
    const note = page.getByRole('alert').filter({ hasText: text.stale });
    await see(note, note.getByText(/Simon/));
    await expect.poll(() => site.complaints).toEqual([expect.stringContaining('409')]);
    site.complaints.length = 0;
    await odile.shoot('votes-03-stale');
    await link(note, text.staleSee).click();
    await see(heading(page, name()), page.getByText(text.quarantineReasons.sole_favourite), page.getByText(/^Simon, /));
    await odile.shoot('votes-04-set-aside');
  });

  it('are told to their voter, kindly, who appeals in words of their own', async () => {
    const { page } = voter;
    const words = 'I simply like this one.\nThe rest is not for me.';
    await voter.go(`/en/rounds/${month.slug}/ballot`);
    await see(heading(page, ballotEnd.setAside.title), page.getByText(ballotEnd.setAside.reasons.sole_favourite));
    await see(page.getByText(ballotEnd.setAside.untilHours(48)));
    expect(await axeViolations(page)).toEqual([]);
    await voter.shoot('votes-05-told');
    await button(page, ballotEnd.setAside.send).click();
    await see(page.getByText(ballotEnd.setAside.empty));
    await page.getByLabel(ballotEnd.setAside.label).fill(words);
    await button(page, ballotEnd.setAside.send).click();
    await see(page.getByText(ballotEnd.setAside.states.open), page.getByText(ballotEnd.setAside.waiting));
    await hasFocus(heading(page, ballotEnd.setAside.title));
    await voter.shoot('votes-06-appealed');
    await voter.go('/fr/me');
    await link(page, account.notebook.ballots.setAside).click();
    await see(heading(page, ballotFrEnd.setAside.title));
  });

  it('stop the close until a second person has signed and every appeal has its answer', async () => {
    for (const phase of ['final', 'frozen'] as const) await moveTo(site.shop, month, phase);
    const { page } = odile;
    await odile.go(`/fr/ops/rounds/${month.slug}`);
    await button(page, opsRounds.advance.to.counted).click();
    await see(heading(page, opsRounds.count.title), link(page, opsRounds.ways.sign));
    await see(link(page, opsRounds.ways.answer));
    await odile.shoot('votes-07-dry-run');

    // Whoever set it aside is told that it is for somebody else.
    await simon.go(desk('quarantined'));
    await see(
      simon.page.getByText(text.signature.title),
      simon.page.getByText(text.reasons.second_operator_needed('')),
    );
    await expect.poll(() => button(simon.page, text.acts.signature).getAttribute('aria-disabled')).toBe('true');
    await simon.page.keyboard.press('s');
    expect(await simon.page.getByText(text.will.signature).count()).toBe(0);
    await simon.shoot('votes-08-not-simon');
    const phone = await site.visitor('Odile’s phone', {
      as: month.operator,
      lang: 'en',
      device: 'phone',
      theme: 'dark',
    });
    for (const state of ['open', 'quarantined', 'appeals']) {
      await phone.go(desk(state).replace('/fr', '/en'));
      await phone.shoot(`votes-phone-${state}`);
      expect(await axeViolations(phone.page)).toEqual([]);
      for (const width of [390, 320]) expect(await overflowAt(phone.page, width)).toEqual([]);
    }
    await phone.context.close();

    await link(page, opsRounds.ways.sign).click();
    await see(heading(page, name()));
    await page.keyboard.press('s');
    await see(page.getByText(text.will.signature));
    await page.keyboard.press('Enter');
    await see(page.getByText(text.said.signature(name())));
    await odile.go(desk('appeals'));
    await expect.poll(async () => (await clustersOf(month))[0]?.signature, { timeout: 10_000 }).toBe('given');
  });

  it('are answered for by a person, whose words the voter reads', async () => {
    const { page } = odile;
    const answer = 'Neuf bulletins sont les mêmes, à une note près.';
    await see(page.getByText('I simply like this one.'), page.getByText(text.appeals.anonymous));
    expect(await page.getByText(month.bloc[0]!.name, { exact: true }).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('r');
    await hasFocus(page.getByLabel(text.appeals.answer));
    await button(page, text.appeals.reject).click();
    await see(page.getByText(text.appeals.answerMissing));
    await page.keyboard.type(answer);
    await odile.shoot('votes-09-appeal');
    await button(page, text.appeals.reject).click();
    await see(page.getByText(text.appeals.rejectedSaid));
    await odile.go(`/fr/ops/rounds/${month.slug}`);
    await expect
      .poll(async () => (await month.operator.get('/api/desk')).body.appealsToAnswer, { timeout: 10_000 })
      .toBe(0);
    await voter.go(`/en/rounds/${month.slug}/ballot`);
    await see(voter.page.getByText(ballotEnd.setAside.states.rejected), voter.page.getByText(answer));
    await voter.shoot('votes-10-answered');
    await odile.go(desk('appeals'));
    await see(page.getByText(answer), page.getByText(text.appeals.noneOpen));
    await odile.shoot('votes-11-answered');
  });

  it('stand in the result as both counts, side by side', async () => {
    await voter.go(`/fr/rounds/${month.slug}/result`);
    const counts = voter.page.getByRole('table', { name: result.both.label });
    await see(heading(voter.page, result.both.title), counts.getByText(title()));
    await see(voter.page.getByText(result.both.otherUnsigned));
    expect(await axeViolations(voter.page)).toEqual([]);
    await voter.shoot('votes-12-result');
    await odile.go(`/fr/rounds/${month.slug}/result`);
    await odile.shoot('votes-13-result');
    await odile.go(`/fr/ops/rounds/${month.slug}`);
    await see(odile.page.getByText(ops.phases.counted));
    await expect.poll(() => link(odile.page, opsRounds.ways.sign).count()).toBe(0);
  });

  it('caused no error in any page', () => {
    expect(site.complaints).toEqual([]);
  });
});
