import { useFormat, useText } from '../i18n/use-text.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** For machines: artworks and fingerprints say nothing to a reader. */
const unread: readonly string[] = ['sha256', 'artwork', 'expectedSha256', 'countId', 'payout', 'bounty', 'slug'];

/** The details of an act as pairs of words. */
export function useDetailWords(): (details: Readonly<Record<string, unknown>>) => (readonly [string, string])[] {
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
    if (UUID.test(text)) return text.slice(-8);
    if (key === 'changed') return nameOf(text);
    if (key === 'reasons') return (refusals as Partial<Record<string, string>>)[text]?.toLowerCase() ?? text;
    return (ops.phases as Partial<Record<string, string>>)[text]?.toLowerCase() ?? audit.words[text] ?? text;
  };

  return (details) =>
    Object.entries(details)
      .filter(([key]) => !unread.includes(key))
      // A change is told in its order, whatever the order in which the database keeps it.
      .sort(([a], [b]) => Number(b === 'from') - Number(a === 'from'))
      .map(([key, value]) => [nameOf(key), say(key, value)] as const);
}
