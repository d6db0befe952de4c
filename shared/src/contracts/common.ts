import * as Type from 'typebox';
import { printMethods } from '../cycle/print-promise.ts';

export const Id = Type.String({ format: 'uuid', description: 'UUID' });
export const RoundSlug = Type.String({
  pattern: '^2[0-9]{3}-(0[1-9]|1[0-2])$',
  description: 'A round, by year and month',
});
export const RunSlug = Type.String({ pattern: '^2[0-9]{3}-(0[1-9]|1[0-2])(-([2-9]|[1-9][0-9]+))?$' });
/** Of the shop's calendar, not a moment. */
export const Day = Type.String({ format: 'date', pattern: '^2[0-9]{3}-' });
export const Moment = Type.String({ format: 'date-time' });
export const Money = Type.Object({ amount: Type.Integer({ description: 'Cents' }), currency: Type.Literal('EUR') });
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const Locale = Type.Union([Type.Literal('fr'), Type.Literal('en')]);

export const Size = Type.Enum(['XS', 'S', 'M', 'L', 'XL', '2XL', '3XL']);
export const Cut = Type.Union([Type.Literal('straight'), Type.Literal('fitted')]);
export const Fabric = Type.Enum([
  'blanc',
  'noir',
  'nuit',
  'ciel',
  'rose',
  'creme',
  'menthe',
  'jaune',
  'gris',
  'sapin',
  'fraise',
]);

export const Stars = Type.Integer({ minimum: 1, maximum: 5 });

/** One line of text: no control characters, not only white space. */
export const line = (maxLength: number, minLength = 1) =>
  Type.String({ minLength, maxLength, pattern: minLength > 0 ? '^(?=.*\\S)[^\\p{Cc}]*$' : '^[^\\p{Cc}]*$' });
/** Text of several lines. */
export const text = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength });

export const Email = Type.String({ format: 'email', maxLength: 254 });

export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** Why an act is not possible, one of several, all told at once. */
export const Reason = Type.Object({
  code: Type.String(),
  field: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String()),
});

/** Where a list goes on: the `nextCursor` of the page before. */
export const Page = { cursor: Type.Optional(Type.String({ format: 'uuid' })) };
export const listOf = <T extends Type.TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });

/** What a print can do, by the method of the round or of the shop. */
export const PrintPromise = Type.Object({
  method: Type.Enum([...printMethods]),
  leastLineMm: Type.Number(),
  safeMarginMm: Type.Integer(),
  goodDpi: Type.Integer(),
  leastDpi: Type.Integer(),
});

/** A derivative of an artwork; its address is the hash of its bytes, so it never changes. */
export const Picture = Type.Object({
  format: Type.Union([Type.Literal('avif'), Type.Literal('webp'), Type.Literal('png'), Type.Literal('jpeg')]),
  width: Type.Integer(),
  height: Type.Integer(),
  url: Type.String(),
});

export const Address = Type.Object({
  name: line(80),
  line1: line(120),
  line2: Type.Optional(line(120, 0)),
  postalCode: line(16),
  city: line(80),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
});
export type Address = Type.Static<typeof Address>;
export type Money = Type.Static<typeof Money>;
export type Picture = Type.Static<typeof Picture>;
