import { type Json, readCanonical } from './canonical.ts';

/** The lines of a log and the payloads of ballots, as the README of a bundle lays them down. */

export interface BallotLine {
  readonly kind: 'ballot';
  readonly commitment: string;
  readonly replaces: string | null;
}

export interface NamingLine {
  readonly kind: 'quarantine' | 'dismiss' | 'release' | 'erase';
  readonly leaves: readonly string[];
}

export interface CutLine {
  readonly kind: 'cut';
  readonly size: number;
  readonly ratings: number;
  readonly passedOver: readonly { readonly design: string }[];
  readonly finalists: readonly string[];
}

export interface CloseLine {
  readonly kind: 'close';
  readonly size: number;
  readonly ratings: number;
  readonly passedOver: readonly { readonly design: string }[];
  readonly winners: readonly string[];
  readonly quorum: boolean;
  readonly setAside: number;
}

export interface ProlongLine {
  readonly kind: 'prolong';
}

export type Line = BallotLine | NamingLine | CutLine | CloseLine | ProlongLine;

export interface Payload {
  readonly design: string;
  readonly pseudonym: string;
  readonly size: string | null;
  readonly stars: number;
  readonly wouldWear: boolean;
}

type Rule = (value: Json) => boolean;

const like =
  (pattern: RegExp): Rule =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const hash = like(/^[0-9a-f]{64}$/);
const uuid = like(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const word = like(/^[a-z][a-z0-9_]{1,39}$/);
const whole: Rule = (value) => typeof value === 'number' && value >= 0;
const yesOrNo: Rule = (value) => typeof value === 'boolean';
const orNull =
  (rule: Rule): Rule =>
  (value) =>
    value === null || rule(value);
const rising =
  (rule: Rule, key: (value: Json) => Json = (value) => value): Rule =>
  (value) =>
    Array.isArray(value) &&
    value.every((one: Json, nth) => rule(one) && (nth === 0 || String(key(value[nth - 1])) < String(key(one))));
const some =
  (rule: Rule): Rule =>
  (value) =>
    rule(value) && (value as readonly Json[]).length > 0;
const exactly =
  (members: Readonly<Record<string, Rule>>): Rule =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === Object.keys(members).length &&
    Object.entries(members).every(([name, rule]) => {
      const member = Object.hasOwn(value, name) ? (value as { readonly [name: string]: Json })[name] : undefined;
      return member !== undefined && rule(member);
    });

const design = (value: Json) => (value as { design: Json }).design;
const passedOver = rising(exactly({ design: uuid, reason: word }), design);
const leaves = some(rising(hash));
const moment: Rule = (value) =>
  like(/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}\.\d{3}Z$/)(value) && !Number.isNaN(Date.parse(value as string));

/** What each kind holds beside `kind`, `v` and `round`. */
const kinds: Readonly<Record<Line['kind'], Readonly<Record<string, Rule>>>> = {
  ballot: { commitment: hash, replaces: orNull(hash) },
  quarantine: { leaves, reason: word },
  dismiss: { leaves, reason: word },
  release: { leaves, reason: word },
  erase: { leaves },
  cut: { size: whole, ratings: whole, passedOver, finalists: rising(uuid) },
  prolong: { due: moment, reason: word },
  close: {
    size: whole,
    ratings: whole,
    passedOver,
    winners: rising(uuid),
    quorum: yesOrNo,
    setAside: whole,
  },
};

const payload = exactly({
  v: (value) => value === 1,
  design: uuid,
  pseudonym: uuid,
  size: orNull(like(/^[A-Z0-9]{1,6}$/)),
  stars: (value) => whole(value) && [1, 2, 3, 4, 5].includes(value as number),
  wouldWear: yesOrNo,
});

/** Reads a line of a round's log; throws on anything else. */
export function readLine(text: string, round: string): Line {
  const value = readCanonical(text) as { readonly kind?: Json };
  const kind = typeof value === 'object' && value !== null ? value.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) throw new SyntaxError('a line of an unknown kind');
  const stamp: Record<string, Rule> = { kind: () => true, v: (one) => one === 1, round: (one) => one === round };
  if (!exactly({ ...stamp, ...kinds[kind as Line['kind']] })(value as Json)) {
    throw new SyntaxError(`not a ${kind} line of ${round}`);
  }
  return value as unknown as Line;
}

export function readPayload(text: string): Payload {
  const value = readCanonical(text);
  if (!payload(value)) throw new SyntaxError('not the payload of a ballot');
  return value as unknown as Payload;
}
