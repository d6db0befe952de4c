import type { Catalogue } from '../../../../platform/i18n/catalogues.ts';
import type { Formats } from '../../../../platform/i18n/format.ts';
import type { ReceiptCheckId } from '../../verify/check-receipts.ts';
import type { ReceiptsState } from '../../verify/receipts-check.ts';
import type { CheckRow } from './check-rows.tsx';

/** Not taken from the checker, which comes later than the page. */
const order: readonly ReceiptCheckId[] = ['form', 'leaf', 'seal', 'signature', 'head', 'inclusion'];

/** The checks of receipts as rows: how many of them passed each. */
export function receiptRows(
  { checks }: Exclude<ReceiptsState, { at: 'empty' }>,
  count: number,
  text: Catalogue['verify'],
  format: Formats,
  moment: (at: string) => string,
): CheckRow[] {
  const { receipts: words } = text;
  return order.map((id, nth): CheckRow => {
    const check = checks[nth];
    const { title, ok, bad } = words.checks[id];
    const whenOk = (size: number | null) =>
      id === 'head' && size !== null ? `${ok} ${words.size(format.number(size))}` : ok;
    const held = {
      texts: [whenOk(count), ...(id === 'head' || id === 'inclusion' ? [words.open.next_head] : [])],
      figure: count > 1 ? text.passed(count, count) : undefined,
    };
    if (!check) return { id, title, held, state: nth === checks.length ? 'now' : 'wait' };
    const asked = check.passed + check.failed + check.open;
    const base = {
      id,
      title,
      held,
      ...(count > 1 && asked > 0 ? { figure: text.passed(check.passed, count) } : {}),
    };
    if (check.failed > 0) {
      const detail = check.receipts.find((one) => one.failed?.check === id)?.failed?.detail ?? null;
      return { ...base, state: 'bad', text: bad, detail };
    }
    if (check.open > 0 || asked === 0) {
      const next = check.receipts.find((one) => one.nextHeadAt)?.nextHeadAt;
      const why = check.why ? words.open[check.why] : text.round.unsure.other;
      return {
        ...base,
        state: 'open',
        text: id === 'inclusion' && check.why === 'next_head' && next ? words.nextHead(moment(next)) : why,
      };
    }
    return { ...base, state: 'ok', text: whenOk(check.size) };
  });
}
