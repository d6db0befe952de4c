import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

const question = {
  kind: 'question',
  name: 'Ana Ruiz',
  email: 'ana@fraisier.test',
  message: 'Livrez-vous en Belgique ?',
};
const notice = {
  ...question,
  kind: 'notice',
  message: 'Ce dessin est le mien, publié en 2019.',
  address: 'https://fraisier.test/fr/designs/1',
  goodFaith: true,
};

describe('writing to the shop', () => {
  let shop: TestShop;
  let odile: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    odile = await shop.operator({ name: 'Odile' });
  });
  afterAll(() => shop.close());

  const mailsTo = async (email: string) => {
    await shop.runJobs();
    const { body } = await shop.visitor.get(`/api/demo/mail?to=${encodeURIComponent(email)}`).expect(200);
    return body.items as { subject: string; text: string; template: string }[];
  };
  const send = async (message: object = question) =>
    (await shop.visitor.post('/api/contact', message).expect(202)).body;
  const find = async (id: string) => {
    const { body } = await odile.get('/api/contact').expect(200);
    return (body.items as { id: string }[]).find((one) => one.id === id);
  };

  it('needs no account, and is acknowledged by mail', async () => {
    const email = 'first@fraisier.test';
    const { id, receivedAt } = await send({ ...question, email });
    expect(await find(id)).toEqual({
      ...question,
      email,
      id,
      address: null,
      receivedAt,
      answer: null,
      answeredAt: null,
    });
    const [mail] = await mailsTo(email);
    expect(mail).toMatchObject({ template: 'contact-received', subject: 'Votre message est arrivé' });
    expect(mail!.text).toContain('sous deux jours ouvrés');
  });

  it('repeats what was written only to the address of who is signed in', async () => {
    const member = await shop.member({ email: 'own@fraisier.test' });
    await member.post('/api/contact', { ...question, email: 'Own@fraisier.test' }).expect(202);
    expect((await mailsTo('own@fraisier.test'))[0]!.text).toContain('«\u00a0Livrez-vous en Belgique\u00a0?\u00a0»');
    await member.post('/api/contact', { ...question, email: 'stranger@fraisier.test' }).expect(202);
    await send({ ...question, email: 'nobody-asked@fraisier.test' });
    for (const email of ['stranger@fraisier.test', 'nobody-asked@fraisier.test']) {
      const [mail] = await mailsTo(email);
      expect(mail).toMatchObject({ subject: 'Votre message est arrivé' });
      expect(mail!.text).not.toContain('Belgique');
    }
  });

  it('fills nobody’s mailbox: an address is told three times an hour at most, and every message is kept', async () => {
    const email = 'much@fraisier.test';
    const sent = [];
    for (const one of [email, email, email.toUpperCase(), email, email])
      sent.push(await send({ ...question, email: one }));
    expect(await mailsTo(email)).toHaveLength(3);
    for (const { id } of sent) expect(await find(id)).toBeDefined();
    await shop.pool.query("update contact_messages set received_at = received_at - interval '1 hour'");
    await send({ ...question, email });
    expect(await mailsTo(email)).toHaveLength(4);
  });

  it('speaks the language of who writes', async () => {
    const visitor = { ...question, email: 'english@fraisier.test' };
    await shop.visitor.post('/api/contact', visitor).set('accept-language', 'en-GB,en;q=0.9').expect(202);
    expect((await mailsTo(visitor.email))[0]!.subject).toBe('Your message has arrived');
    const member = await shop.member({ locale: 'en' });
    await member.post('/api/contact', { ...question, email: member.email }).expect(202);
    expect((await mailsTo(member.email))[0]!.subject).toBe('Your message has arrived');
  });

  it('takes a notice with its address and in good faith only', async () => {
    const { id } = await send(notice);
    expect(await find(id)).toMatchObject({ kind: 'notice', address: notice.address });
    for (const [missing, fields] of [
      [{ goodFaith: false }, ['/goodFaith']],
      [{ goodFaith: undefined }, ['/goodFaith']],
      [{ address: '  ' }, ['/address']],
      [{ address: undefined, goodFaith: undefined }, ['/address', '/goodFaith']],
    ] as const) {
      const answer = await shop.visitor.post('/api/contact', { ...notice, ...missing });
      expect(expectProblem(answer)).toBe('bad_input');
      expect(answer.body.reasons.map((reason: { field: string }) => reason.field)).toEqual(fields);
    }
  });

  it('refuses what is no message', async () => {
    const before = (await odile.get('/api/contact').expect(200)).body.items.length;
    for (const wrong of [
      { message: 'Court' },
      { message: ' '.repeat(20) },
      { message: 'x'.repeat(4001) },
      { email: 'nobody' },
      { email: 'a@b\r\nbcc: c@d.fr' },
      { name: '' },
      { kind: 'order' },
      { memberId: odile.id },
    ]) {
      expect(expectProblem(await shop.visitor.post('/api/contact', { ...question, ...wrong }))).toBe('bad_input');
    }
    expect((await odile.get('/api/contact').expect(200)).body.items).toHaveLength(before);
  });

  it('is read by operators alone, newest first, a page at a time', async () => {
    expect(expectProblem(await shop.visitor.get('/api/contact'))).toBe('not_signed_in');
    expect(expectProblem(await (await shop.member()).get('/api/contact'))).toBe('not_allowed');
    expect(expectProblem(await odile.get('/api/contact?cursor=first'))).toBe('bad_input');
    const sent: string[] = [];
    for (let nth = 0; nth < 52; nth++) sent.push((await send()).id);
    const { body: first } = await odile.get('/api/contact').expect(200);
    expect(first.items.map((one: { id: string }) => one.id)).toEqual(sent.slice(2).reverse());
    const { body: second } = await odile.get(`/api/contact?cursor=${first.nextCursor}`).expect(200);
    expect(second.items.slice(0, 2).map((one: { id: string }) => one.id)).toEqual([sent[1], sent[0]]);
    expect(second.nextCursor).toBeNull();
  });

  describe('and the answer', () => {
    const answer = (id: string, text: string, by = odile) => by.post(`/api/contact/${id}/answer`, { answer: text });

    it('goes out by mail, signed, in the language of the message', async () => {
      const french = await send({ ...question, email: 'fr@fraisier.test' });
      const english = await shop.visitor
        .post('/api/contact', { ...question, email: 'en@fraisier.test', message: 'Do you deliver to Belgium?' })
        .set('accept-language', 'en')
        .expect(202);
      const { body } = await answer(french.id, '  Oui, en trois jours.\n\nÀ bientôt. ').expect(200);
      expect(body).toMatchObject({ id: french.id, answer: 'Oui, en trois jours.\n\nÀ bientôt.' });
      expect(body.answeredAt).not.toBeNull();
      await answer(english.body.id, 'Yes, within three days.').expect(200);
      const [fr] = await mailsTo('fr@fraisier.test');
      expect(fr).toMatchObject({ template: 'contact-answer', subject: 'Réponse à votre message' });
      expect(fr!.text).toContain('Oui, en trois jours.\n\nÀ bientôt.');
      expect(fr!.text).toContain('Odile\npour l’atelier');
      const [en] = await mailsTo('en@fraisier.test');
      expect(en).toMatchObject({ subject: 'Our answer to your message' });
      expect(en!.text).toContain('You wrote to us: “Do you deliver to Belgium?”');
    });

    it('goes out once; another one is refused rather than lost', async () => {
      const { id } = await send({ ...question, email: 'twice@fraisier.test' });
      const other = await shop.operator({ name: 'Omar' });
      const { body } = await answer(id, 'Oui, en trois jours.').expect(200);
      expect((await answer(id, 'Oui, en trois jours.').expect(200)).body).toEqual(body);
      expect((await answer(id, 'Oui, en trois jours.', other).expect(200)).body).toEqual(body);
      expect(expectProblem(await answer(id, 'Non, désolé.', other))).toBe('message_answered');
      expect(await mailsTo('twice@fraisier.test')).toHaveLength(2);
      const { body: audit } = await odile.get(`/api/audit?subject=${id}`).expect(200);
      expect(audit.items).toMatchObject([{ act: 'answer-message', actorName: 'Odile', subjectType: 'message' }]);
    });

    it('of two operators at once is the first one’s', async () => {
      const { id } = await send({ ...question, email: 'race@fraisier.test' });
      const other = await shop.operator();
      const answers = await Promise.all([answer(id, 'Oui, bien sûr.'), answer(id, 'Non, désolé.', other)]);
      expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
      expect(await mailsTo('race@fraisier.test')).toHaveLength(2);
    });

    it('is an operator’s, to a message that is there, with something to say', async () => {
      const { id } = await send();
      expect(expectProblem(await shop.visitor.post(`/api/contact/${id}/answer`, { answer: 'Oui.' }))).toBe(
        'not_signed_in',
      );
      expect(expectProblem(await answer(id, 'Oui, oui.', await shop.member()))).toBe('not_allowed');
      expect(expectProblem(await answer(odile.id, 'Oui, oui.'))).toBe('not_found');
      expect(expectProblem(await answer('first', 'Oui, oui.'))).toBe('bad_input');
      expect(expectProblem(await answer(id, '   '))).toBe('bad_input');
      expect(expectProblem(await answer(id, ''))).toBe('bad_input');
      expect(await find(id)).toMatchObject({ answer: null, answeredAt: null });
    });
  });
});
