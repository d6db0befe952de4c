import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiProblem, call } from '../../web/src/platform/api.ts';

afterEach(() => vi.restoreAllMocks());

/** A line on which nothing ever comes, until it is given up. */
function stalledLine() {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(
    (_, init) =>
      new Promise((_resolve, reject) => {
        init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason));
      }),
  );
}

test('a line that stalls is given up after a minute, as one on which no answer came', async () => {
  stalledLine();
  const patience = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
  const asked = call(getShop);
  patience.abort();
  await expect(asked).rejects.toSatisfy((error) => error instanceof ApiProblem && error.code === 'offline');
  expect(timeout).toHaveBeenCalledWith(60_000);
});

test('who gives a call up themselves is not told that there is no network', async () => {
  stalledLine();
  const page = new AbortController();
  const asked = call(getShop, undefined, { signal: page.signal });
  page.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

test('what the shop says of a refusal arrives: its code, its words, its reasons', async () => {
  const reasons = [{ code: 'bad_input', field: '/size' }];
  const body = { type: 'about:blank', title: 'No', status: 409, code: 'round_closed', detail: 'Too late.', reasons };
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(body), { status: 409 }));
  await expect(call(getShop)).rejects.toMatchObject({
    code: 'round_closed',
    status: 409,
    detail: 'Too late.',
    reasons,
  });
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(call(getShop)).rejects.toMatchObject({ code: 'unavailable', status: 502, reasons: [] });
});
