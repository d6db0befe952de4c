import { createHash } from 'node:crypto';
import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { expect, it } from 'vitest';
import { design as designText } from '../../../web/src/platform/i18n/fr/design.ts';
import { ops } from '../../../web/src/platform/i18n/fr/ops.ts';
import { opsModeration } from '../../../web/src/platform/i18n/fr/ops-moderation.ts';
import { opsRounds } from '../../../web/src/platform/i18n/fr/ops-rounds.ts';
import { platform } from '../../../web/src/platform/i18n/fr/platform.ts';
import { profile } from '../../../web/src/platform/i18n/fr/profile.ts';
import { submit } from '../../../web/src/platform/i18n/fr/submit.ts';
import { png } from '../../support/artwork.ts';
import { button, faceOf, heading, link, see, signInByMail, slowUpload } from '../../support/at-the-screen.ts';
import { handIn } from '../../support/submissions.ts';
import { aMinutePasses, type Told } from './story.ts';

/** From the plan of a month to its designs, admitted. */
export function drawing(told: Told): void {
  it('the operator plans a round and opens it for designs', async () => {
    const { operator, slug } = told();
    const { page } = operator;
    await operator.go('/fr/ops/rounds');
    await page.getByLabel(opsRounds.plan.slug, { exact: true }).fill(slug);
    await page.getByText(opsRounds.plan.optionalRules).click();
    await page.getByLabel(opsRounds.plan.quorumFinal).fill('20');
    await page.getByLabel(opsRounds.plan.quorumMedian).fill('20');
    await button(page, opsRounds.plan.submit).click();
    await see(page.getByText(opsRounds.plan.done(ops.roundName(1))));
    await operator.shoot('month-01-planned');
    await page.getByRole('listitem').getByRole('heading').getByRole('link').first().click();
    await button(page, opsRounds.advance.to.collecting).click();
    await see(page.getByText(ops.phases.collecting, { exact: true }));
    await operator.shoot('month-02-collecting');
  });

  it('a designer signs in by the link of a mail, and lands where they wanted to go', async () => {
    const { site, designer, designerEmail, slug } = told();
    await designer.go(`/fr/rounds/${slug}`);
    await link(designer.page, 'Déposer un dessin').first().click();
    await designer.page.waitForURL('**/fr/sign-in?next=*');
    await signInByMail(site, designer, designerEmail);
    expect(new URL(designer.page.url()).pathname).toBe(`/fr/rounds/${slug}/submit`);
    await see(heading(designer.page, submit.title));
  });

  it('says under which name they draw', async () => {
    const { designer, designerName, slug } = told();
    const { page } = designer;
    await designer.go('/fr/me/account');
    await page.getByLabel(profile.name.label).fill(designerName);
    await button(page, profile.save).first().click();
    await see(page.getByText(profile.saved));
    await designer.go(`/fr/rounds/${slug}/submit`);
  });

  it('uploads a drawing, sees it leave, and sees it checked', async () => {
    const story = told();
    const { designer, title } = story;
    const { page } = designer;
    const chooser = page.waitForEvent('filechooser');
    await button(page, platform.file.choose).click();
    const file = { name: 'froid-de-canard.png', mimeType: 'image/png', buffer: await png() };
    await (await chooser).setFiles(file);
    story.artworkSha256 = createHash('sha256').update(file.buffer).digest('hex');
    await see(heading(page, submit.fabric.title));
    await faceOf(page.getByRole('radio', { name: fabrics.nuit.nameFr })).click();
    await page.getByLabel(submit.words.name, { exact: true }).fill(title);
    await page.getByLabel(submit.words.story).fill('Dessiné un matin de gel, d’un trait.');
    await button(page, submit.send.act).click();
    await see(page.getByRole('alert').filter({ hasText: submit.errors.summary(2) }));
    await page.getByLabel(submit.words.alt, { exact: true }).fill('Un canard sous une écharpe rouge');
    await faceOf(page.getByRole('checkbox', { name: submit.words.rights })).click();
    await designer.shoot('month-03-submit');

    const slow = await slowUpload(page, file.buffer.length);
    await button(page, submit.send.act).click();
    await see(page.getByRole('progressbar', { name: submit.send.sending }));
    await slow.end();
    await page.waitForURL('**/fr/designs/*');
    story.design = new URL(page.url()).pathname.split('/').at(-1)!;
    await see(heading(page, title), page.getByText(submit.own.states.checking, { exact: true }));
    await aMinutePasses(story);
    await see(page.getByText(submit.own.said.checked), page.getByText(designText.state.checked));
    await designer.shoot('month-04-checked');
  });

  it('the operator admits it, and the designer reads so', async () => {
    const story = told();
    const { operator, designer, site, title } = story;
    await operator.go('/fr/ops/moderation');
    await see(operator.page.getByText(title));
    await operator.shoot('month-05-moderation');
    await operator.page.getByRole('button', { name: opsModeration.admit }).click();
    await see(operator.page.getByText(opsModeration.admitted(title)));
    // What can still be taken back is sent when the page is left.
    await operator.go('/fr/ops');
    const state = async () => (await site.shop.visitor.get(`/api/designs/${story.design}`)).body.state;
    await expect.poll(state, { timeout: 20_000 }).toBe('admitted');
    await aMinutePasses(story);
    await designer.go(`/fr/designs/${story.design}`);
    await see(designer.page.getByText(submit.own.states.admitted, { exact: true }));
  });

  it('others hand in theirs', async () => {
    const story = told();
    const { site, month, slug, loser } = story;
    const others = [
      loser,
      ...(await Promise.all(['Ines', 'Théo', 'Bastien'].map((name) => site.shop.member({ name })))),
    ];
    const titles = ['Vertige', 'Raton laveur', 'Poulpe fiction', 'Ours mal léché'];
    const designs = [{ id: story.design, title: story.title, artworkId: '', designer: loser }];
    for (const [nth, designer] of others.entries()) {
      const { id } = await handIn(designer, slug, { title: titles[nth]! });
      designs.push({ id, title: titles[nth]!, artworkId: '', designer });
    }
    await site.shop.runJobs();
    for (const { id } of designs.slice(1)) await month.operator.post(`/api/designs/${id}/admission`).expect(200);
    story.month = { ...month, designs, designers: others };
  });
}
