import type { Checked } from './checks/check.ts';
import type { Story } from './play.ts';

/** Figures of a run: how much was done, and how much was done to it. */
export interface Figures {
  readonly seed: number;
  readonly fault: string | null;
  readonly acts: number;
  readonly ok: number;
  readonly failed: number;
  readonly unknown: number;
  readonly kills: number;
  readonly blows: number;
  readonly steps: number;
  readonly bounties: number;
  readonly transfers: number;
  readonly mails: number;
  /** Processes that ended without being killed. */
  readonly fell: number;
  /** What was done to the shop, and how often. */
  readonly dealt: Readonly<Record<string, number>>;
}

export function figuresOf(
  { plan, history, nemesis, ambush, bank, accepted, shop }: Story,
  fault: string | null,
): Figures {
  const killing = [
    ...nemesis.dealt.filter(({ kind }) => kind.startsWith('kill')),
    ...ambush.hits.filter(({ act }) => act.startsWith('kill')),
  ];
  return {
    seed: plan.seed,
    fault,
    acts: history.count(),
    ok: history.count('ok'),
    failed: history.count('failed'),
    unknown: history.count('unknown'),
    kills: killing.length,
    blows: nemesis.dealt.length,
    steps: ambush.hits.length,
    bounties: accepted.size,
    transfers: bank.double.executed.length,
    mails: shop.smtp.letters.length,
    fell: shop.api.fell() + shop.worker.fell(),
    dealt: timesOf([
      ...nemesis.dealt.map(({ kind }) => kind),
      ...ambush.hits.map(({ step, act }) => `${act} at ${step}`),
    ]),
  };
}

function timesOf(names: readonly string[]): Record<string, number> {
  const times: Record<string, number> = {};
  for (const name of names.toSorted()) times[name] = (times[name] ?? 0) + 1;
  return times;
}

const SHOWN = 5;

export interface Report {
  note(line: string): void;
  run(figures: Figures, checks: readonly Checked[]): void;
  fault(
    fault: { readonly name: string; readonly breaks: string; readonly what: string },
    caught: readonly Checked[],
  ): void;
}

/** Tables for people, or one object a line. */
export function openReport(json: boolean): Report {
  const began = Date.now();
  const print = (line: object) => console.log(JSON.stringify(line));
  return {
    note(line) {
      if (!json) console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
    },
    run(figures, checks) {
      if (json) {
        print({ type: 'run', ...figures });
        for (const { broken, ...check } of checks) {
          print({ type: 'check', seed: figures.seed, fault: figures.fault, ...check, ok: broken.length === 0, broken });
        }
        return;
      }
      console.log(`\n${sentenceOf(figures)}\n`);
      for (const { invariant, must, looked, broken } of checks) {
        console.log(
          `${broken.length === 0 ? 'ok    ' : 'BROKEN'}  ${invariant.padEnd(4)}${String(looked).padStart(6)}  ${must}`,
        );
        for (const what of broken.slice(0, SHOWN)) console.log(`${' '.repeat(20)}${what.slice(0, 300)}`);
        if (broken.length > SHOWN) console.log(`${' '.repeat(20)}and ${broken.length - SHOWN} more`);
      }
      console.log('');
    },
    fault({ name, breaks, what }, caught) {
      const isCaught = caught.length > 0;
      if (json) return print({ type: 'fault', name, breaks, caught: isCaught, by: caught.map(({ must }) => must) });
      console.log(`${isCaught ? 'caught' : 'MISSED'}  ${breaks.padEnd(4)}  ${name.padEnd(20)}  ${what}`);
      for (const { must, broken } of caught) console.log(`${' '.repeat(14)}${must}: ${broken[0]!.slice(0, 200)}`);
    },
  };
}

function sentenceOf(figures: Figures): string {
  const { acts, ok, failed, unknown, kills, blows, steps, bounties, transfers, mails, seed, fell, dealt } = figures;
  return [
    `Seed ${seed}: ${acts} acts, of which ${ok} were acknowledged, ${failed} refused and ${unknown} never answered;`,
    `${blows} blows and ${steps} ambushes, of which ${kills} killed a process or Postgres;`,
    `${bounties} bounties, ${transfers} transfers and ${mails} mails by the partners’ own lists.`,
    `What was done: ${Object.entries(dealt)
      .map(([name, times]) => (times > 1 ? `${name} ×${times}` : name))
      .join(', ')}.`,
    ...(fell > 0 ? [`${fell} times a process ended by itself and was started again.`] : []),
  ].join('\n');
}
