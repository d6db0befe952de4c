import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { ballotLine, ballotPayload } from '@fraisier/shared/cycle/ballot-log.ts';
import { commitmentPreimage, leafPreimage, receiptText } from '@fraisier/shared/cycle/receipts.ts';
import { bundleChecks } from '@fraisier/shared/verifier/checks.ts';
import type { Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  checkReceipts,
  type LogSource,
  type ReceiptCheck,
  type ReceiptCheckId,
} from '../../../web/src/cycle/ballots/verify/check-receipts.ts';
import { readReceipts } from '../../../web/src/cycle/ballots/verify/read-receipts.ts';
import { createRoundCheck, type Thread } from '../../../web/src/cycle/ballots/verify/round-check.ts';

const round = '2026-12';
const origin = `fraisier.test/rounds/${round}`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

function vkeyOf(key: KeyObject): string {
  const tagged = Buffer.concat([Buffer.of(1), key.export({ format: 'der', type: 'spki' }).subarray(-32)]);
  return `${origin}+${hashOf(tagged).toString('hex')}+${tagged.toString('base64')}`;
}
const hashOf = (tagged: Buffer) => sha256(Buffer.concat([Buffer.from(`${origin}\n`), tagged])).subarray(0, 4);
const vkey = vkeyOf(publicKey);

/** A head over a log of this one line. */
function noteOver(leaf: Buffer): string {
  const text = `${origin}\n1\n${leaf.toString('base64')}\n`;
  const signature = Buffer.concat([Buffer.from(vkey.split('+')[1]!, 'hex'), sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`;
}

function cast(stars: 1 | 2 | 3 | 4 | 5): Receipt {
  const payload = ballotPayload({
    design: '11111111-1111-4111-8111-111111111111',
    pseudonym: '22222222-2222-4222-8222-222222222222',
    size: 'M',
    stars,
    wouldWear: true,
  });
  const salt = 'ab'.repeat(16);
  const commitment = sha256(commitmentPreimage(salt, payload)).toString('hex');
  const line = ballotLine({ round, commitment, replaces: null });
  const leaf = sha256(leafPreimage(line)).toString('hex');
  const signature = sign(null, Buffer.from(receiptText({ round, leaf })), privateKey).toString('base64');
  return { round, leaf, line, salt, payload, signature };
}

const receipt = cast(4);
const leafBytes = Buffer.from(receipt.leaf, 'hex');
const proof = { index: 0, leaf: receipt.leaf, size: 1, path: [], head: { note: noteOver(leafBytes) } };
const log: LogSource = { key: async () => vkey, proof: async () => proof };

async function check(receipts: readonly Receipt[], source: LogSource = log): Promise<ReceiptCheck[]> {
  const checks: ReceiptCheck[] = [];
  for await (const one of checkReceipts(receipts, source)) checks.push(one);
  return checks;
}
const failed = (checks: readonly ReceiptCheck[]) => checks.filter((one) => one.failed > 0).map((one) => one.id);
const open = (checks: readonly ReceiptCheck[]) => checks.filter((one) => one.open > 0).map(({ id, why }) => [id, why]);

afterEach(() => vi.restoreAllMocks());

describe('a receipt in the browser', () => {
  it('passes every check, and says what it holds and where it stands', async () => {
    const checks = await check([receipt]);
    expect([failed(checks), open(checks)]).toEqual([[], []]);
    const [one] = checks.at(-1)!.receipts;
    expect(one).toMatchObject({ index: 0, vote: { stars: 4, wouldWear: true, size: 'M' } });
    expect(checks.find(({ id }) => id === 'head')?.size).toBe(1);
  });

  const other = cast(2);
  const touched: readonly [ReceiptCheckId, string, Partial<Receipt>, Partial<LogSource>][] = [
    ['form', 'a line of another round', { round: '2026-11' }, {}],
    ['form', 'a payload that is no vote', { payload: '{}' }, {}],
    ['leaf', 'another leaf', { leaf: other.leaf }, {}],
    ['seal', 'other stars', { payload: other.payload }, {}],
    ['seal', 'another salt', { salt: 'cd'.repeat(16) }, {}],
    ['signature', 'the signature of another receipt', { signature: other.signature }, {}],
    ['signature', 'the key of someone else', {}, { key: async () => vkeyOf(generateKeyPairSync('ed25519').publicKey) }],
    [
      'head',
      'a head that was touched',
      {},
      { proof: async () => ({ ...proof, head: { note: proof.head.note.replace('\n1\n', '\n2\n') } }) },
    ],
    [
      'inclusion',
      'a head over something else',
      {},
      { proof: async () => ({ ...proof, head: { note: noteOver(Buffer.from(other.leaf, 'hex')) } }) },
    ],
    ['inclusion', 'the proof of another line', {}, { proof: async () => ({ ...proof, leaf: other.leaf }) }],
    ['inclusion', 'a log without its line', {}, { proof: async () => null }],
  ];
  it.each(touched)('fails the check of its %s with %s', async (id, _, change, answers) => {
    expect(failed(await check([{ ...receipt, ...change }], { ...log, ...answers }))).toEqual([id]);
  });

  it('is checked by itself without a network, and nothing more is claimed', async () => {
    const away = () => Promise.reject(new TypeError('Failed to fetch'));
    const checks = await check([receipt], { key: away, proof: away });
    expect(failed(checks)).toEqual([]);
    expect(open(checks)).toEqual([
      ['signature', 'no_answer'],
      ['head', 'no_answer'],
      ['inclusion', 'no_answer'],
    ]);
  });

  it('waits for the next head with the moment that it comes', async () => {
    const nextHeadAt = '2026-12-03T15:00:00.000Z';
    const checks = await check([receipt], { ...log, proof: async () => ({ nextHeadAt }) });
    expect(open(checks)).toEqual([
      ['head', 'next_head'],
      ['inclusion', 'next_head'],
    ]);
    expect(checks.at(-1)!.receipts[0]).toMatchObject({ index: null, nextHeadAt });
  });

  it('has its signatures left open by a browser without Ed25519, and the rest checked', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('Unrecognized name.', 'NotSupportedError'));
    const checks = await check([receipt]);
    expect(failed(checks)).toEqual([]);
    expect(open(checks)).toEqual([
      ['signature', 'no_ed25519'],
      ['head', 'no_ed25519'],
    ]);
    const unproved = await check([receipt], { ...log, proof: async () => ({ ...proof, size: 2 }) });
    expect(failed(unproved)).toEqual(['inclusion']);
  });

  it('that is broken does not hide the others', async () => {
    const checks = await check([{ ...receipt, salt: 'no' }, receipt]);
    expect(checks.map(({ passed }) => passed)).toEqual([2, 2, 1, 1, 1, 1]);
    expect(checks.at(-1)!.receipts.map((one) => one.failed?.check)).toEqual(['seal', undefined]);
  });
});

describe('what is pasted or opened', () => {
  const { leaf, ...partial } = receipt;
  it.each([
    ['a file of receipts', { format: 'fraisier/receipts/v1', round, receipts: [receipt, receipt] }, 2],
    ['a list of receipts', [receipt], 1],
    ['one receipt', receipt, 1],
  ])('is taken as %s', (_, value, count) => {
    const read = readReceipts(JSON.stringify(value));
    expect(read.ok && read.receipts.length).toBe(count);
  });
  it.each([
    ['  ', 'empty'],
    ['Bonjour', 'not_json'],
    ['null', 'not_receipts'],
    [JSON.stringify(partial), 'not_receipts'],
    [JSON.stringify({ format: 'fraisier/receipts/v2', receipts: [receipt] }), 'other_format'],
    [JSON.stringify({ format: 'fraisier/receipts/v1', receipts: [] }), 'none'],
    [JSON.stringify({ format: 'fraisier/receipts/v1', receipts: [receipt, leaf] }), 'not_receipts'],
    [JSON.stringify(Array.from({ length: 1001 }, () => receipt)), 'too_many'],
  ])('is refused with its reason: %#', (text, why) => {
    expect(readReceipts(text)).toEqual({ ok: false, why });
  });
});

describe('the check of a round', () => {
  const start = () => {
    const threads: Thread[] = [];
    const ends: number[] = [];
    const check = createRoundCheck({
      thread: () => {
        const nth = threads.length;
        const thread: Thread = { onTold: null, post: () => {}, end: () => ends.push(nth) };
        threads.push(thread);
        return thread;
      },
      fetchBundle: async () => ({ ok: false, why: 'not_ready' }),
      siteKey: async () => null,
    });
    return { check, threads, ends };
  };
  const along = { kept: [], receipts: [] };
  const zip = new File(['PK'], 'kept.zip');
  const passed = { id: 'archive', ok: true, figures: {}, detail: null } as const;

  it('says nothing more once it was stopped', async () => {
    const { check, threads, ends } = start();
    await check.open(zip, along);
    const told = threads[0]!.onTold!;
    told({ kind: 'check', check: passed });
    expect(check.getState()).toMatchObject({ at: 'checking', checks: [passed] });
    check.stop();
    told({ kind: 'check', check: passed });
    expect(check.getState()).toEqual({ at: 'empty', refusal: null, detail: null });
    expect(ends).toEqual([0]);
  });

  it('takes a thread that never came anew, and says when one breaks', async () => {
    const { check, threads } = start();
    check.prepare();
    threads[0]!.onTold!({ kind: 'broke', message: 'no file' });
    await check.open(zip, along);
    expect(threads).toHaveLength(2);
    threads[1]!.onTold!({ kind: 'broke', message: 'out of memory' });
    expect(check.getState()).toEqual({ at: 'empty', refusal: 'broke', detail: 'out of memory' });
  });

  it('never calls a bundle good of which one check failed or stayed open', async () => {
    const { check, threads } = start();
    const verdict = async (...oks: (boolean | null)[]) => {
      await check.open(zip, along);
      const told = threads.at(-1)!.onTold!;
      const all = bundleChecks.map((id, nth) => ({ ...passed, id, ok: oks[nth] === undefined ? true : oks[nth] }));
      for (const one of oks.length > 0 ? all : []) told({ kind: 'check', check: one });
      told({ kind: 'done', facts: { round, origin, winners: [], designs: [] } });
      const state = check.getState();
      return state.at === 'done' && state.verdict;
    };
    expect(await verdict(true, true)).toBe('passed');
    expect(await verdict(true, null)).toBe('open');
    expect(await verdict(null, false, true)).toBe('failed');
    // A thread that ends without a word proves nothing.
    expect(await verdict()).toBe('open');
  });

  it.each([
    ['a download cut short', '', 'cut', null],
    ['another zip', 'PK\u0005\u0006'.padEnd(22), 'not_a_bundle', 'not all of it'],
  ])('says of %s what it is', async (_, end, refusal, detail) => {
    const { check, threads } = start();
    await check.open(new File([`PK\u0003\u0004${'a file of some length'.repeat(9)}${end}`], 'mine.zip'), along);
    threads[0]!.onTold!({ kind: 'check', check: { ...passed, ok: false, detail: 'not all of it' } });
    threads[0]!.onTold!({ kind: 'done', facts: null });
    await expect.poll(() => check.getState()).toEqual({ at: 'empty', refusal, detail });
  });

  it('refuses what is no bundle, empty or not there yet', async () => {
    const { check, threads } = start();
    await check.open(zip, along);
    threads[0]!.onTold!({ kind: 'check', check: { ...passed, ok: false, detail: 'not a zip file' } });
    threads[0]!.onTold!({ kind: 'done', facts: null });
    await expect
      .poll(() => check.getState())
      .toEqual({ at: 'empty', refusal: 'not_a_bundle', detail: 'not a zip file' });
    await check.open(new File([], 'empty.zip'), along);
    expect(check.getState()).toMatchObject({ refusal: 'empty' });
    await check.fetch(round, along);
    expect(check.getState()).toMatchObject({ refusal: 'not_ready' });
  });
});
