import { book } from '@fraisier/server/cycle/bounties/ledger/book.ts';
import type { LedgerSubject } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transactionText } from '../../../web/src/cycle/bounties/parts/ledger/transaction-text.ts';
import { opsLedger as en } from '../../../web/src/platform/i18n/en/ops-ledger.ts';
import { formatsFor } from '../../../web/src/platform/i18n/format.ts';
import { opsLedger as fr } from '../../../web/src/platform/i18n/fr/ops-ledger.ts';
import { exportAll, makeReady, setDebtor, settle, winTogether } from '../../support/bounties.ts';
import { buy, piece } from '../../support/runs.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

interface Told {
  readonly description: string;
  readonly about: LedgerSubject | null;
}

describe('the transactions of a month', () => {
  let shop: TestShop;
  let items: Told[];
  let roundNumber: number;
  let run: string;
  beforeAll(async () => {
    shop = await openShop();
    const [won] = await winTogether(shop, 1);
    const operator = await shop.operator();
    await setDebtor(shop);
    await makeReady(won!, { exempt: true });
    await settle(operator, await exportAll(operator), { outcome: 'failed', reason: 'AC04' }).expect(200);
    run = won!.month.slug;
    const { body } = await operator.get(`/api/runs/${run}`).expect(200);
    roundNumber = body.roundNumber;
    await buy(await shop.member(), { slug: run }, [
      piece({ fabric: body.fabrics[0] }),
      piece({ fabric: body.fabrics[0] }),
    ]);
    await shop.deps.db.transaction().execute((trx) =>
      book(trx, {
        cause: 'stock:opening',
        description: 'Stock de départ',
        entries: [
          { account: 'bank', amountCents: 100 },
          { account: 'sales', amountCents: -100 },
        ],
      }),
    );
    items = (await operator.get('/api/ledger').expect(200)).body.items.toReversed();
  });
  afterAll(() => shop.close());

  it('say what they are about, whatever language the books are kept in', () => {
    const none = {
      round: null,
      roundNumber: null,
      bounty: null,
      endToEndId: null,
      payout: null,
      run: null,
      numbers: [],
      order: null,
    };
    const reference = expect.stringContaining(run);
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
    const ofRound = { ...none, round: run, roundNumber };
    const ofTransfer = { ...ofRound, bounty: id, endToEndId: reference, payout: id };
    expect(items.map((one) => one.about)).toEqual([
      { ...ofRound, act: 'reserve' },
      { ...ofRound, act: 'owe', bounty: id },
      { ...ofRound, act: 'reprice', bounty: id },
      { ...ofTransfer, act: 'export' },
      { ...ofTransfer, act: 'failed' },
      { ...none, act: 'sale', run, numbers: [2, 3], order: id },
      null,
    ]);
  });

  it('are read in the reader’s language, and as they were written where nothing else is known', () => {
    const said = (words: typeof fr, lang: 'fr' | 'en') =>
      items.map((one) => transactionText(one, words.journal, formatsFor(lang, 'Europe/Paris')));
    const reference = items[3]!.about!.endToEndId;
    expect(said(en, 'en')).toEqual([
      `Bounty reserved, round ${roundNumber}`,
      `Bounty owed, round ${roundNumber}`,
      `Bounty priced again, round ${roundNumber}`,
      `Transfer handed to the bank, round ${roundNumber}, ${reference}`,
      `Transfer refused by the bank, round ${roundNumber}, ${reference}`,
      `Sale, run ${run}, no. 2 and 3`,
      'Stock de départ',
    ]);
    expect(said(fr, 'fr')[5]!.replaceAll('\u00a0', ' ')).toBe(`Vente, tirage ${run}, nº 2 et 3`);
  });
});
