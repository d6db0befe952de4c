import { parseArgs } from 'node:util';
import { PlainError } from '../support/plain-error.ts';
import { type Fault, faults } from './faults.ts';

export interface Options {
  readonly seed: number;
  readonly minutes: number;
  readonly json: boolean;
  readonly help: boolean;
  /** Planted one after the other, each in a shop of its own; none for a shop as it is. */
  readonly faults: readonly Fault[];
}

const MINUTES = 2.5;
const FAULT_MINUTES = 0.9;

export const helpText = `pnpm chaos: a shop whose parts are killed, cut off and stalled while people vote, close months and pay bounties;
afterwards SQL, the bank’s list and the mail server’s log are held against what everyone was told.

  --seed=n         another plan; the same seed gives the same plan (drawn and printed if left out)
  --minutes=n      of unrest (${MINUTES}; ${FAULT_MINUTES} for each fault)
  --json           one object a line instead of a table
  --fault=a,b      plants a fault, and ends well only if the invariant that it breaks is reported as broken
  --faults         plants each of them, one after the other

${faults.map(({ name, breaks, what }) => `  ${name.padEnd(20)} ${breaks.padEnd(4)} ${what}`).join('\n')}

Ends with 1 when an invariant is broken, or a planted fault is not caught.`;

export function readOptions(words: readonly string[]): Options {
  const given = parse(words);
  const names = given.fault?.split(',') ?? [];
  const named = faults.filter(({ name }) => names.includes(name));
  if (named.length < names.length) {
    throw new PlainError(`--fault takes ${faults.map(({ name }) => name).join(', ')}.`);
  }
  const planted = given.faults ? faults : named;
  return {
    seed: numberOf('seed', given.seed ?? String(Math.floor(Math.random() * 1_000_000)), 0, 2 ** 32 - 1, true),
    minutes: numberOf('minutes', given.minutes ?? String(planted.length > 0 ? FAULT_MINUTES : MINUTES), 0.3, 60, false),
    json: given.json ?? false,
    help: given.help ?? false,
    faults: planted,
  };
}

function parse(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: words.filter((word) => word !== '--'),
      options: { seed: text, minutes: text, fault: text, faults: flag, json: flag, help: flag },
    }).values;
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n\n${helpText}`);
  }
}

function numberOf(name: string, word: string, least: number, most: number, isWhole: boolean): number {
  const value = Number(word);
  const fits = word.trim() !== '' && value >= least && value <= most && (!isWhole || Number.isInteger(value));
  if (fits) return value;
  throw new PlainError(`--${name} takes ${isWhole ? 'whole ' : ''}numbers from ${least} to ${most}, not ${word}.`);
}
