import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '@fraisier/shared/http/contract.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerHands, enterDesign, moveTo, planAndOpen } from '../support/month.ts';
import { contractsOf } from '../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

/** What each call of the workshop writes into the audit log. A new call is listed here before anything passes. */
const actsOf: Readonly<Record<string, readonly string[]>> = {
  planRound: ['plan-round'],
  planCalendar: ['plan-round'],
  replanRound: ['replan-round'],
  advanceRound: ['advance-round', 'extend-round', 'recount-round'],
  cancelRound: ['cancel-round'],
  passOver: ['pass-over'],
  closeRound: ['close-round'],
  admitDesign: ['admit-design'],
  refuseDesign: ['refuse-design'],
  decideReviews: ['admit-design', 'refuse-design'],
  moderateNote: ['approve-note', 'hide-note'],
  quarantineCluster: ['quarantine-cluster'],
  dismissCluster: ['dismiss-cluster'],
  releaseCluster: ['release-cluster'],
  signCluster: ['sign-quarantine'],
  decideAppeal: ['uphold-appeal', 'reject-appeal'],
  createPayout: ['create-payout'],
  settlePayment: ['settle-payment'],
  sendPayout: ['send-payout'],
  cancelPayout: ['cancel-payout'],
  importBankFile: ['import-bank-file'],
  solveBankLine: ['solve-bank-line'],
  // Previews change nothing: each is the act itself, undone.
  previewPayout: [],
  previewBankFile: [],
  approveIbanChange: ['approve-iban-change'],
  refuseIbanChange: ['refuse-iban-change'],
  readSecret: ['read-secret'],
  addRate: ['add-rate'],
  retryJobs: ['retry-jobs'],
  // Looks, and keeps what it found as a check of its own, with who asked for it.
  checkLedger: [],
  sendOrder: ['send-order'],
  orderPrint: ['order-print'],
  countDelivery: ['count-delivery'],
  retryPacket: ['retry-packet'],
  answerContactMessage: ['answer-message'],
  putSettings: ['set-settings'],
  exportAudit: ['export-audit'],
  retryMail: ['retry-mail'],
  retryFailedMails: ['retry-mails'],
};

/** Reading that takes something out of the shop is an act too. */
const readingActs: Readonly<Record<string, readonly string[]>> = {
  downloadPayout: ['download-payout'],
};

const isOperators = ({ audience }: Contract) => audience === 'operator' || audience === 'admin';

let shop: TestShop;
let operator: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  operator = await shop.operator({ name: 'Noé' });
});
afterAll(() => shop.close());

describe('the acts of operators', () => {
  it('are all known: no call that changes anything is missing, and none is listed that is not there', () => {
    const contracts = contractsOf(shop).filter(isOperators);
    const writing = contracts.filter(({ method }) => method !== 'GET').map(({ name }) => name);
    expect(writing.sort()).toEqual(Object.keys(actsOf).sort());
    const reading = contracts.filter(({ method }) => method === 'GET').map(({ name }) => name);
    expect(reading).toEqual(expect.arrayContaining(Object.keys(readingActs)));
  });

  it('are each written somewhere in the server', () => {
    const server = new URL('../../server/src/', import.meta.url).pathname;
    const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(server, name), 'utf8'))
      .filter((source) => source.includes('audit('))
      .join('\n');
    const acts = [actsOf, readingActs].flatMap((list) => Object.values(list).flat());
    expect(acts.filter((act) => !sources.includes(`'${act}'`))).toEqual([]);
  });
});

describe('an act lands in the log in the name of who did it', () => {
  /** Does it, and gives the acts that this wrote in the operator's name. */
  async function does(act: () => Promise<unknown>, who: SignedIn = operator): Promise<string[]> {
    const { rows: before } = await shop.pool.query('select id from audit_log order by id desc limit 1');
    await act();
    const { rows } = await shop.pool.query<{ act: string; actor_id: string | null }>(
      `select act, actor_id from audit_log where id > coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid) order by id`,
      [before[0]?.id ?? null],
    );
    expect(rows.filter((row) => row.actor_id !== null && row.actor_id !== who.id)).toEqual([]);
    return rows.filter((row) => row.actor_id === who.id).map((row) => row.act);
  }

  it('on designs, words and the count', async () => {
    const month = await planAndOpen(shop, { slug: '2027-05', phase: 'collecting', designs: 3 });
    const [first, second] = await Promise.all(
      [7, 8].map(async (nth) => enterDesign(shop, month, { designer: await shop.member(), nth, state: 'checked' })),
    );
    expect(await does(() => operator.post(`/api/designs/${first!.id}/admission`).expect(200))).toEqual([
      'admit-design',
    ]);
    const refusal = { reasons: ['rights'], message: '' };
    expect(await does(() => operator.post(`/api/designs/${second!.id}/refusal`, refusal).expect(200))).toEqual([
      'refuse-design',
    ]);
    await moveTo(shop, month, 'voting');
    const voter = await shop.member();
    await answerHands(month, voter, (design) => ({ stars: design === 0 ? 5 : 1, wouldWear: false, note: 'A word.' }));
    const { body } = await operator.get('/api/notes').expect(200);
    const note = `/api/notes/${body.items[0].id}/state`;
    expect(await does(() => operator.put(note, { state: 'approved' }).expect(200))).toEqual(['approve-note']);
    expect(await does(() => operator.put(note, { state: 'hidden' }).expect(200))).toEqual(['hide-note']);
    await moveTo(shop, month, 'final');
    await moveTo(shop, month, 'frozen');
    const to = { to: 'counted' };
    expect(await does(() => operator.post('/api/rounds/2027-05/advance', to).expect(200))).toEqual(['advance-round']);
    const passing = { design: month.designs[0]!.id, reason: 'Le fichier d’impression manque.' };
    expect(await does(() => operator.post('/api/rounds/2027-05/passing-over', passing).expect(200))).toEqual([
      'pass-over',
    ]);
    expect(await does(() => operator.post('/api/rounds/2027-05/close', {}).expect(200))).toEqual(['close-round']);
  });

  it('on a round, from its plan to its end', async () => {
    const plan = { slug: '2027-08', quorumFinal: 0, quorumMedian: 0, appealHours: 0 };
    expect(await does(() => operator.post('/api/rounds', plan).expect(201))).toEqual(['plan-round']);
    const replan = { appealHours: 24 };
    expect(await does(() => operator.patch('/api/rounds/2027-08', replan).expect(200))).toEqual(['replan-round']);
    const cancel = { reason: 'Trop peu de dessins.' };
    expect(await does(() => operator.post('/api/rounds/2027-08/cancellation', cancel).expect(200))).toEqual([
      'cancel-round',
    ]);
  });

  it('on messages, settings and the log itself', async () => {
    const admin = await shop.admin();
    const message = { kind: 'question', name: 'Ana', email: 'ana@fraisier.test', message: 'Une question, simplement.' };
    const { body } = await shop.visitor.post('/api/contact', message).expect(202);
    const answer = { answer: 'Une réponse.' };
    expect(await does(() => operator.post(`/api/contact/${body.id}/answer`, answer).expect(200))).toEqual([
      'answer-message',
    ]);
    const { body: settings } = await admin.get('/api/settings').expect(200);
    const changed = { ...settings, runSize: settings.runSize + 1 };
    expect(await does(() => admin.put('/api/settings', changed).expect(200), admin)).toEqual(['set-settings']);
    const format = { format: 'csv' };
    expect(await does(() => operator.post('/api/audit/exports', format).expect(200))).toEqual(['export-audit']);
  });

  it('and what is refused, or done a second time, writes nothing', async () => {
    expect(await does(() => operator.post('/api/rounds/2027-05/close', {}).expect(200))).toEqual([]);
    expect(await does(() => operator.post('/api/rounds/2027-08/advance', { to: 'voting' }).expect(409))).toEqual([]);
    expect(await does(() => operator.post('/api/audit/exports', { format: 'pdf' }).expect(400))).toEqual([]);
  });
});
