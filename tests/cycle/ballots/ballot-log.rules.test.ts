import { createHash } from 'node:crypto';
import {
  ballotLine,
  ballotPayload,
  closeLine,
  commitmentPreimage,
  cutLine,
  dismissLine,
  eraseLine,
  leafPreimage,
  logLineKinds,
  parseBallotPayload,
  parseLogLine,
  prolongLine,
  quarantineLine,
  releaseLine,
} from '@fraisier/shared/cycle/ballot-log.ts';
import { type CanonicalValue, canonicalJson } from '@fraisier/shared/cycle/canonical-json.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/rules/ballot-log.json' with { type: 'json' };

/** The texts, commitments and leaves in the fixture were made by a program in another language. */
interface Golden {
  readonly payloads: readonly {
    readonly saltHex: string;
    readonly fields: Parameters<typeof ballotPayload>[0];
    readonly text: string;
    readonly commitment: string;
  }[];
  readonly lines: readonly { kind: string; fields: Record<string, unknown>; text: string; leaf: string }[];
}
const golden = fixture as unknown as Golden;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const textOf = (kind: string) => {
  const line = golden.lines.find((one) => one.kind === kind);
  if (line === undefined) throw new Error(`no ${kind} in the fixture`);
  return line.text;
};

const builders = {
  ballot: ballotLine,
  quarantine: quarantineLine,
  dismiss: dismissLine,
  release: releaseLine,
  erase: eraseLine,
  cut: cutLine,
  prolong: prolongLine,
  close: closeLine,
} as const;

const build = (kind: string, fields: unknown): string =>
  (builders[kind as keyof typeof builders] as (fields: unknown) => string)(fields);

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const leaves = fc.uniqueArray(hash, { minLength: 1, maxLength: 4 });
const code = fc.stringMatching(/^[a-z][a-z0-9_]{1,10}$/);
const round = fc.constantFrom('2026-12', '2027-01', '2031-09');
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 5 });
const passedOver = fc.uniqueArray(fc.record({ design: fc.uuid(), reason: code }), {
  selector: (one) => one.design,
  maxLength: 3,
});
const moment = fc
  .date({ noInvalidDate: true, min: new Date('2026-01-01T00:00:00Z'), max: new Date('2099-01-01T00:00:00Z') })
  .map((date) => date.toISOString());
const decision = { round, size: fc.nat(), ratings: fc.nat(), passedOver };

const anyLine = fc.oneof(
  fc.record({ round, commitment: hash, replaces: fc.option(hash) }).map(ballotLine),
  fc.record({ round, leaves, reason: code }).map(quarantineLine),
  fc.record({ round, leaves, reason: code }).map(dismissLine),
  fc.record({ round, leaves, reason: code }).map(releaseLine),
  fc.record({ round, leaves }).map(eraseLine),
  fc.record({ ...decision, finalists: ids }).map(cutLine),
  fc.record({ round, due: moment, reason: code }).map(prolongLine),
  fc.record({ ...decision, winners: ids, quorum: fc.boolean(), setAside: fc.nat() }).map(closeLine),
);

describe('a line of the log', () => {
  it.each(golden.lines.map((line, index) => [index, line.kind, line] as const))(
    '%i: a %s is these very bytes',
    (_index, kind, line) => {
      expect(build(kind, line.fields)).toBe(line.text);
      expect(sha256(leafPreimage(line.text))).toBe(line.leaf);
      expect(parseLogLine(line.text)).toEqual({ kind, v: 1, ...line.fields });
    },
  );

  it('has a golden text for every kind there is', () => {
    expect(new Set(golden.lines.map((line) => line.kind))).toEqual(new Set(logLineKinds));
    expect(Object.keys(builders)).toEqual([...logLineKinds]);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyLine, (text) => {
        const { kind, v: _v, ...fields } = parseLogLine(text);
        expect(build(kind, fields)).toBe(text);
      }),
    );
  });

  it('tells neither its place nor its time: a ballot has these members and no other', () => {
    expect(Object.keys(parseLogLine(textOf('ballot'))).sort()).toEqual([
      'commitment',
      'kind',
      'replaces',
      'round',
      'v',
    ]);
  });

  it('has one spelling for one set of leaves', () => {
    fc.assert(
      fc.property(round, leaves, (name, some) => {
        const text = eraseLine({ round: name, leaves: some });
        expect(eraseLine({ round: name, leaves: [...some.toReversed(), ...some] })).toBe(text);
      }),
    );
  });

  it('is refused when any one member is missing, renamed, of another type or one too many', () => {
    for (const line of golden.lines) {
      const whole = { kind: line.kind, v: 1, ...line.fields } as Record<string, CanonicalValue>;
      for (const name of Object.keys(whole)) {
        const { [name]: member, ...rest } = whole;
        expect(() => parseLogLine(canonicalJson(rest)), `${line.kind} without ${name}`).toThrow(SyntaxError);
        expect(() => parseLogLine(canonicalJson({ ...rest, [`${name}s`]: member ?? null })), name).toThrow(SyntaxError);
        for (const other of [{}, -1, 'x', ['x'], '']) {
          expect(() => parseLogLine(canonicalJson({ ...rest, [name]: other })), `${line.kind} ${name}`).toThrow(
            SyntaxError,
          );
        }
      }
      expect(() => parseLogLine(canonicalJson({ ...whole, sequence: 1 }))).toThrow(SyntaxError);
    }
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no object', '"ballot"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a kind of another version', textOf('ballot').replace('"v":1', '"v":2')],
    ['an unknown kind', textOf('ballot').replace('"kind":"ballot"', '"kind":"bribe"')],
    ['a kind that every object has', '{"kind":"toString"}'],
    ['a space', textOf('ballot').replace(',', ', ')],
    ['a line break at the end', `${textOf('ballot')}\n`],
    ['capitals in a hash', textOf('ballot').replace(/[0-9a-f]{64}/, (found) => found.toUpperCase())],
    ['leaves out of order', textOf('erase').replace(/\["(\w+)","(\w+)"\]/, '["$2","$1"]')],
    ['a leaf named twice', textOf('erase').replace(/\["(\w+)","(\w+)"\]/, '["$1","$1"]')],
    ['no leaves', textOf('erase').replace(/\[[^\]]*\]/, '[]')],
    ['a month that is none', textOf('ballot').replace('2026-12', '2026-13')],
    ['a day that is none', textOf('prolong').replace('2027-01-07', '2027-02-30')],
    ['a moment without milliseconds', textOf('prolong').replace('.000Z', 'Z')],
    ['a moment in another zone', textOf('prolong').replace('.000Z', '+00:00')],
    ['a reason in words', textOf('quarantine').replace('flat_ballot', 'Flat ballot')],
  ])('is not %s', (_name, text) => {
    expect(() => parseLogLine(text)).toThrow(SyntaxError);
  });

  it('cannot be built from what it could not hold', () => {
    const commitment = 'a'.repeat(64);
    expect(() => ballotLine({ round: 'december', commitment, replaces: null })).toThrow(TypeError);
    expect(() => ballotLine({ round: '2026-12', commitment: 'A'.repeat(64), replaces: null })).toThrow(TypeError);
    expect(() => ballotLine({ round: '2026-12', commitment, replaces: '' })).toThrow(TypeError);
    expect(() => eraseLine({ round: '2026-12', leaves: [] })).toThrow(TypeError);
    expect(() => cutLine({ round: '2026-12', size: -1, ratings: 0, finalists: [], passedOver: [] })).toThrow(TypeError);
    expect(() => prolongLine({ round: '2026-12', due: '7 January', reason: 'quorum' })).toThrow(TypeError);
  });

  it('tells no order of the finalists', () => {
    const [a, b] = ['018f3c5a-7b21-7e0d-9a44-0c6f2d1e8b01', '018f3c5a-7b21-7e0d-9a44-0c6f2d1e8b02'] as const;
    const cut = { round: '2026-12', size: 3, ratings: 2, passedOver: [] };
    expect(cutLine({ ...cut, finalists: [b, a] })).toBe(cutLine({ ...cut, finalists: [a, b] }));
  });
});

describe('the sealed part of a ballot', () => {
  it.each(golden.payloads)('$text is these very bytes, and so is its seal', ({ saltHex, fields, text, commitment }) => {
    expect(ballotPayload(fields)).toBe(text);
    expect(parseBallotPayload(text)).toEqual({ v: 1, ...fields });
    expect(sha256(commitmentPreimage(saltHex, text))).toBe(commitment);
  });

  const [first] = golden.payloads;
  const fine = first!.fields;

  it.each([
    ['no stars', { ...fine, stars: 0 }],
    ['six stars', { ...fine, stars: 6 }],
    ['half a star', { ...fine, stars: 2.5 }],
    ['a word for would-wear', { ...fine, wouldWear: 'yes' }],
    ['no size at all', { ...fine, size: undefined }],
    ['a size that is a sentence', { ...fine, size: 'rather large' }],
    ['a pseudonym with capitals', { ...fine, pseudonym: fine.pseudonym.toUpperCase() }],
    ['a design that is a title', { ...fine, design: 'Un froid de canard' }],
  ])('does not hold %s', (_name, fields) => {
    expect(() => ballotPayload(fields as typeof fine)).toThrow(TypeError);
  });

  it('is not read with a member too many', () => {
    expect(() => parseBallotPayload(canonicalJson({ v: 1, ...fine, voterEmail: 'x' }))).toThrow(SyntaxError);
  });

  it('never gives two payloads or two salts the same bytes', () => {
    const salt = fc.stringMatching(/^[0-9a-f]{32}$/);
    fc.assert(
      fc.property(salt, fc.string(), salt, fc.string(), (saltA, a, saltB, b) => {
        fc.pre((saltA !== saltB || a !== b) && a.isWellFormed() && b.isWellFormed());
        expect(Buffer.compare(commitmentPreimage(saltA, a), commitmentPreimage(saltB, b))).not.toBe(0);
      }),
    );
  });

  it('needs 16 bytes of salt', () => {
    for (const salt of ['', '00', 'g'.repeat(32), 'A'.repeat(32), '0'.repeat(34)]) {
      expect(() => commitmentPreimage(salt, '{}')).toThrow(TypeError);
    }
  });
});
