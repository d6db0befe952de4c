import { type BundleCheckId, bundleChecks, type Check } from '@fraisier/shared/verifier/checks.ts';
import type { Catalogue } from '../../../../platform/i18n/catalogues.ts';
import type { Formats } from '../../../../platform/i18n/format.ts';
import type { KeySource } from '../../verify/verify-round.worker.ts';
import type { CheckGroup, CheckRow } from './check-rows.tsx';

type Text = Catalogue['verify'];

const groups: readonly (readonly ['file' | 'log' | 'ballots' | 'count', readonly BundleCheckId[]])[] = [
  ['file', ['archive', 'key', 'manifest']],
  ['log', ['heads', 'log', 'tree', 'rules', 'last_head']],
  ['ballots', ['openings', 'unopened', 'ballots']],
  ['count', ['histograms', 'sizes', 'totals', 'ranking', 'cut', 'quorum', 'set_aside', 'winners']],
];

export interface RowsInput {
  readonly checks: readonly Check[];
  readonly isDone: boolean;
  readonly keySource: KeySource;
  /** Those that were looked up, in their order. */
  readonly codes: readonly string[];
}

/** The checks of a bundle as rows in their groups; those that have not come yet too. */
export function roundRows(input: RowsInput, text: Text, format: Formats): CheckGroup[] {
  const { checks, isDone } = input;
  const next = bundleChecks.find((id) => !checks.some((check) => check.id === id));
  const shown = groups.map(([key, ids]): CheckGroup => {
    const rows = ids.map((id): CheckRow => {
      const { title } = text.round.checks[id];
      const check = checks.find((one) => one.id === id);
      if (!check) return { id, title, state: !isDone && id === next ? 'now' : 'wait' };
      return { id, title, ...bundleRow(id, check, input, text, format) };
    });
    return { id: key, title: text.round.groups[key], rows };
  });
  const yours = checks.filter((check) => check.id === 'kept_head' || check.id === 'receipt');
  if (yours.length === 0) return shown;
  return [
    ...shown,
    {
      id: 'yours',
      title: text.round.groups.yours,
      rows: yours.map((check) => keptRow(check, input.codes, text, format)),
    },
  ];
}

type Found = Omit<CheckRow, 'id' | 'title'>;

function bundleRow(id: BundleCheckId, check: Check, { keySource }: RowsInput, text: Text, format: Formats): Found {
  const words = text.round.checks[id];
  const figure = (name: string) => Number(check.figures[name] ?? 0);
  const shown = figureOf(id, figure, text, format);
  if (check.ok === false) return { state: 'bad', text: words.bad, detail: check.detail };
  if (check.ok === null) {
    const why = isUnsigned(check)
      ? text.round.unsigned
      : id === 'cut' && figure('erased') > 0
        ? text.round.unsure.cut
        : text.round.unsure.other;
    return { state: 'open', text: why };
  }
  if (id === 'key') return { state: 'ok', text: text.round.keySources[keySource ?? 'none'] };
  return { state: 'ok', text: words.ok(figure, (value) => format.number(value)), ...shown };
}

const isUnsigned = ({ detail }: Check) => detail?.includes('Ed25519') ?? false;

function figureOf(
  id: BundleCheckId,
  figure: (name: string) => number,
  { round: { units } }: Text,
  format: Formats,
): Pick<CheckRow, 'figure' | 'unit'> {
  const of = (name: string, unit: (count: number) => string, isShown = true) =>
    isShown ? { figure: format.number(figure(name)), unit: unit(figure(name)) } : {};
  switch (id) {
    case 'archive':
      return of('files', () => units.files);
    case 'heads':
      return of('heads', units.heads);
    case 'log':
      return of('lines', units.lines);
    case 'openings':
      return of('openings', units.openings);
    case 'unopened':
      return of('erased', units.erased, figure('erased') > 0);
    case 'ballots':
      return of('counted', units.counted);
    case 'histograms':
      return of('designs', units.designs);
    case 'totals':
      return of('voters', units.voters);
    case 'cut':
      return of('finalists', units.finalists);
    case 'set_aside':
      return of('ratings', units.setAside, figure('ratings') > 0);
    default:
      return {};
  }
}

function keptRow(check: Check, codes: readonly string[], text: Text, format: Formats): CheckRow {
  const { id: kind, ok, figures, detail } = check;
  const { keptHead, receipt, unsigned } = text.round;
  const nth = Number(figures.nth);
  const id = `${kind} ${nth}`;
  const state = ok === null ? 'open' : ok ? 'ok' : 'bad';
  if (kind === 'kept_head') {
    const size = format.number(Number(figures.size));
    const open = isUnsigned(check) ? unsigned : keptHead.none;
    const words = ok === null ? open : ok ? keptHead.ok(size) : keptHead.bad;
    return { id, state, title: keptHead.title, text: words, detail: ok === false ? detail : null };
  }
  const title = receipt.title(codes[nth - 1] ?? '');
  if (ok === false) return { id, state, title, text: receipt.bad, detail };
  if (ok === null) return { id, state, title, text: unsigned };
  const standing = String(figures.standing) as keyof typeof receipt.ok;
  return { id, state, title, text: receipt.ok[standing](format.number(Number(figures.index) + 1)) };
}
