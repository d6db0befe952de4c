import { isRoundSlug } from './calendar-names.ts';
import type { CanonicalValue } from './canonical-json.ts';

/** Checks that a value is a line of the log, or a ballot's payload, to the last member: the format is frozen. */

export const logLineKinds = ['ballot', 'quarantine', 'dismiss', 'release', 'erase', 'cut', 'prolong', 'close'] as const;

type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const isHash = matches(/^[0-9a-f]{64}$/);
const isId = matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const isCode = matches(/^[a-z][a-z0-9_]{1,39}$/);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isNatural: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isVersion1: Check = (value) => value === 1;
const isMoment: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString() === value;

/** Strictly ascending, so that a set has one spelling. */
const isAscending =
  (isItem: Check, atLeast: number): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length >= atLeast &&
    value.every(
      (item: unknown, index) => isItem(item) && (index === 0 || (value[index - 1] as string) < (item as string)),
    );

const isPassedOverList: Check = (value) =>
  Array.isArray(value) &&
  value.every((item) => memberProblem(item, { design: isId, reason: isCode }) === null) &&
  isAscending(isId, 0)(value.map((item: { design: string }) => item.design));

type Shape = Readonly<Record<string, Check>>;

const stamped = { v: isVersion1, round: isRoundSlug } satisfies Shape;
const leaves = isAscending(isHash, 1);
const decision = { ...stamped, size: isNatural, ratings: isNatural, passedOver: isPassedOverList } satisfies Shape;

/** The exact members of each kind, `kind` itself aside. */
const shapes: Readonly<Record<(typeof logLineKinds)[number], Shape>> = {
  ballot: { ...stamped, commitment: isHash, replaces: (value) => value === null || isHash(value) },
  quarantine: { ...stamped, leaves, reason: isCode },
  dismiss: { ...stamped, leaves, reason: isCode },
  release: { ...stamped, leaves, reason: isCode },
  erase: { ...stamped, leaves },
  cut: { ...decision, finalists: isAscending(isId, 0) },
  prolong: { ...stamped, due: isMoment, reason: isCode },
  close: { ...decision, winners: isAscending(isId, 0), quorum: isBoolean, setAside: isNatural },
};

const payloadShape: Shape = {
  v: isVersion1,
  design: isId,
  pseudonym: isId,
  size: (value) => value === null || matches(/^[A-Z0-9]{1,6}$/)(value),
  stars: (value) => isNatural(value) && (value as number) >= 1 && (value as number) <= 5,
  wouldWear: isBoolean,
};

/** What keeps a value from being a line of the log; null when it is one. */
export function lineProblem(value: CanonicalValue): string | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return 'no kind';
  const { kind, ...members } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) return 'unknown kind';
  return memberProblem(members, shapes[kind as (typeof logLineKinds)[number]]);
}

/** What keeps a value from being the payload of a ballot; null when it is one. */
export function payloadProblem(value: unknown): string | null {
  return memberProblem(value, payloadShape);
}

/** The first member that is missing, wrong or too many; null when the value has the shape exactly. */
function memberProblem(value: unknown, shape: Shape): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object';
  for (const [name, isRight] of Object.entries(shape)) {
    if (!Object.hasOwn(value, name)) return `${name} is missing`;
    if (!isRight((value as Record<string, unknown>)[name])) return `${name} is wrong`;
  }
  return (
    Object.keys(value)
      .find((name) => !Object.hasOwn(shape, name))
      ?.concat(' is unknown') ?? null
  );
}
