import type { Contract, ResponseOf } from '@fraisier/shared/http/contract.ts';
import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { type ApiProblem, addressOf, call, type InputArgs, type InputOf } from '../../api.ts';
import { invalidate } from '../../query.ts';

/** How long an act waits for second thoughts, and one about several things. */
const SECONDS = 6;
const SECONDS_FOR_SEVERAL = 12;

export interface HeldAct {
  /** What it is about: its design, its note. One act at a time for each. */
  readonly key: string;
  /** All that it is about, where that is several. */
  readonly covers?: readonly string[] | undefined;
  /** What is said while it can be taken back. */
  readonly said: string;
  readonly send: () => Promise<unknown>;
  /** Of an act about several: what its answer says went wrong, by what it is about. */
  readonly failures?: ((answer: unknown) => Readonly<Record<string, ApiProblem>>) | undefined;
  /** When the page goes away there is no time for an answer. */
  readonly sendAway: () => void;
  /** Reads again what the act made stale. */
  readonly settle: () => Promise<unknown>;
}

interface Store {
  /** In the order in which they were decided. */
  readonly held: readonly HeldAct[];
  /** On their way: shown as done, past undoing. */
  readonly sending: readonly string[];
  readonly failed: Readonly<Record<string, ApiProblem>>;
}

export const useHeldActs = create<Store>(() => ({ held: [], sending: [], failed: {} }));

/** All that is decided or on its way: shown as done. */
export function useGone(): ReadonlySet<string> {
  const held = useHeldActs((state) => state.held);
  const sending = useHeldActs((state) => state.sending);
  return new Set([...held.flatMap(coveredBy), ...sending]);
}

export function coveredBy(act: HeldAct): readonly string[] {
  return act.covers ?? [act.key];
}

const { getState, setState } = useHeldActs;
let timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Makes an act of a contract that can be held. */
export function heldAct<C extends Contract>(
  client: QueryClient,
  contract: C,
  input: InputOf<C>,
  about: {
    key: string;
    said: string;
    stale: readonly Contract[];
    covers?: readonly string[];
    failures?: (answer: ResponseOf<C>) => Readonly<Record<string, ApiProblem>>;
  },
): HeldAct {
  const { body } = input as { body?: unknown };
  return {
    key: about.key,
    covers: about.covers,
    said: about.said,
    failures: about.failures as HeldAct['failures'],
    send: () => call(contract, input),
    sendAway: () => {
      void fetch(addressOf(contract, ...([input] as unknown as InputArgs<C>)), {
        method: contract.method,
        keepalive: true,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
    },
    settle: () => Promise.all(about.stale.map((contract) => invalidate(client, contract))),
  };
}

/** Decides now, sends a little later: until then it can be taken back without a trace. */
export function hold(act: HeldAct): void {
  const failed = Object.fromEntries(Object.entries(getState().failed).filter(([key]) => !coveredBy(act).includes(key)));
  setState(({ held }) => ({ held: [...held.filter((one) => one.key !== act.key), act], failed }));
  wait(act);
}

/** Takes the latest act back. Gives its key; null when there is none. */
export function takeBack(): string | null {
  const last = getState().held.at(-1);
  if (!last) return null;
  clearTimeout(timers.get(last.key));
  setState(({ held }) => ({ held: held.filter((one) => one.key !== last.key) }));
  return last.key;
}

/** Somebody is at the button: nothing leaves under their hand. */
export function pauseHeld(): void {
  for (const timer of timers.values()) clearTimeout(timer);
  timers = new Map();
}

export function resumeHeld(): void {
  for (const act of getState().held) if (!timers.has(act.key)) wait(act);
}

function wait(act: HeldAct): void {
  clearTimeout(timers.get(act.key));
  timers.set(
    act.key,
    setTimeout(() => void send(act), (coveredBy(act).length > 1 ? SECONDS_FOR_SEVERAL : SECONDS) * 1000),
  );
}

async function send(act: HeldAct): Promise<void> {
  timers.delete(act.key);
  setState(({ held, sending }) => ({
    held: held.filter((one) => one.key !== act.key),
    sending: [...sending, ...coveredBy(act)],
  }));
  let problems: Readonly<Record<string, ApiProblem>> = {};
  try {
    const answer = await act.send();
    problems = act.failures?.(answer) ?? {};
  } catch (error) {
    problems = Object.fromEntries(coveredBy(act).map((key) => [key, error as ApiProblem]));
  }
  await act.settle().catch(() => undefined);
  setState(({ sending, failed }) => ({
    sending: sending.filter((key) => !coveredBy(act).includes(key)),
    failed: { ...failed, ...problems },
  }));
}

/** What waits leaves with the page: a decision shown as taken is taken. */
function sendAllAway(): void {
  pauseHeld();
  for (const act of getState().held) act.sendAway();
  setState({ held: [] });
}

if (typeof window !== 'undefined') addEventListener('pagehide', sendAllAway);
