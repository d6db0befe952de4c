import type { ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import type { FindingCode } from '@fraisier/shared/cycle/artwork-rules.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { type CheckItem, Checklist } from '../../../../platform/ui/ops/panel.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';

type Findings = NonNullable<ReviewItem['own']>['findings'];

/** Said even when all is well: they tell how it prints. The others are told only when they are not. */
const alwaysTold: readonly string[] = ['resolution', 'transparency', 'shape'] satisfies FindingCode[];
const states = { ok: 'ok', warn: 'waiting', block: 'bad' } as const;

/** The worst finding in a few words, or that there is none. */
export function FindingsTag({ item }: { item: ReviewItem }) {
  const text = useText('ops-moderation');
  const findings = item.own?.findings ?? [];
  const worst = findings.find(({ level }) => level === 'block') ?? findings.find(({ level }) => level === 'warn');
  const [nearest] = item.likenesses;
  if (item.blockers.length > 0 && item.state === 'checked') return <Tag tone="bad">{text.admitBlocked}</Tag>;
  if (nearest) return <Tag tone="bad">{text.compare.tag(nearest.percent)}</Tag>;
  if (!worst) return <Tag tone="ok">{text.fine}</Tag>;
  return <Tag tone={worst.level === 'block' ? 'bad' : 'warn'}>{text.look}</Tag>;
}

export function FindingsList({ findings }: { findings: Findings }) {
  const text = useText('ops-moderation');
  const items = findings.flatMap<CheckItem>(({ code, level, values }) => {
    const say = (text.findings as Partial<Record<string, (typeof text.findings)[FindingCode]>>)[code];
    if (!say || (level === 'ok' && !alwaysTold.includes(code))) return [];
    return [{ state: states[level], text: say(values, level === 'ok') }];
  });
  return <Checklist items={items} />;
}

/** Nothing to look at twice: then admitting is the plain thing to do. */
export function isAllGreen(item: ReviewItem): boolean {
  return (
    item.blockers.length === 0 &&
    item.likenesses.length === 0 &&
    (item.own?.findings ?? []).every(({ level }) => level === 'ok')
  );
}
