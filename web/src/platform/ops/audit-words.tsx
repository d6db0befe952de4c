import type { AuditEntry } from '@fraisier/shared/contracts/audit.ts';
import { Fragment, type ReactNode } from 'react';
import type { Static } from 'typebox';
import { useFormat, useText } from '../i18n/use-text.ts';
import { PlainLink } from '../ui/link.tsx';

type Entry = Static<typeof AuditEntry>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** For machines: artworks and fingerprints say nothing to a reader. */
const unread: readonly string[] = ['sha256', 'artwork', 'expectedSha256', 'countId', 'payout', 'slug'];

/** The details of an act as pairs of words. */
export function useDetailWords(): (entry: Entry) => (readonly [string, ReactNode])[] {
  const records = useText('ops-records');
  const { audit } = records;
  const ops = useText('ops');
  const { refusals } = useText('ops-moderation');
  const format = useFormat();

  const nameOf = (key: string): string =>
    audit.details[key] ?? (records.fields as Partial<Record<string, string>>)[key]?.toLowerCase() ?? key;

  const say = (key: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return audit.none;
    if (Array.isArray(value)) {
      return value.length === 0 ? audit.none : format.list(value.map((one) => say(key, one)));
    }
    if (typeof value === 'object') {
      const { before, after } = value as { before?: unknown; after?: unknown };
      return audit.change(say(key, before), say(key, after));
    }
    if (typeof value === 'number') return key.endsWith('Cents') ? format.money(value) : format.number(value);
    const text = String(value);
    if (MOMENT.test(text)) return format.stamp(text);
    if (key === 'changed') return nameOf(text);
    if (key === 'act') return audit.acts[text] ?? text;
    if (key === 'actor' && text === 'shop') return audit.machine;
    if (key === 'reasons') return (refusals as Partial<Record<string, string>>)[text]?.toLowerCase() ?? text;
    return (ops.phases as Partial<Record<string, string>>)[text]?.toLowerCase() ?? audit.states[text] ?? text;
  };

  return ({ details, things, subjectId }) =>
    Object.entries(details)
      .filter(([key, value]) => !unread.includes(key) && value !== null && value !== subjectId)
      // A change is told in its order, whatever the order in which the database keeps it.
      .sort(([a], [b]) => Number(b === 'from') - Number(a === 'from'))
      .flatMap(([key, value]): (readonly [string, ReactNode])[] => {
        const ids = idsIn(value);
        if (!ids) return [[nameOf(key), say(key, value)]];
        const named = ids.flatMap((id) => things.find((thing) => thing.id === id) ?? []);
        return named.length === 0 ? [] : [[nameOf(key), <Names key={key} things={named} />]];
      });
}

/** The ids that a detail is, or is made of; null for anything else. */
function idsIn(value: unknown): string[] | null {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  const ids = given.filter((one): one is string => typeof one === 'string' && UUID.test(one));
  return ids.length > 0 && ids.length === given.length ? ids : null;
}

function Names({ things }: { things: Entry['things'] }) {
  return things.map((thing, nth) => (
    <Fragment key={thing.id}>
      {nth > 0 && ', '}
      <ThingName thing={thing} />
    </Fragment>
  ));
}

/** A title leads to its design. */
export function ThingName({ thing }: { thing: Entry['things'][number] }) {
  return thing.design ? <PlainLink to={`/designs/${thing.design}`}>{thing.name}</PlainLink> : thing.name;
}
