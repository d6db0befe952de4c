import { type TallyResult, winners } from '@fraisier/shared/cycle/tally.ts';

/** A way of running the round: the shop's own, or a foil that shows why the shop does otherwise. */
export interface Rule {
  readonly name: string;
  /** Hands of equal exposure, or a public list with the most liked first. */
  readonly showing: 'dealt' | 'popular';
  /** A shared link may collect ratings: every member of a bloc rates its favourite. */
  readonly link: boolean;
  readonly final: boolean;
  readonly formula: 'score' | 'mean';
  /** Flat ballots are set aside by themselves; people may set aside every cluster that the desk shows, or none. */
  readonly desk: 'none' | 'every cluster';
}

const shop: Rule = { name: 'shop', showing: 'dealt', link: false, final: true, formula: 'score', desk: 'none' };

export const rules = {
  shop,
  desk: { ...shop, name: 'shop, desk acts', desk: 'every cluster' },
  noFinal: { ...shop, name: 'no final', final: false },
  mean: { ...shop, name: 'mean', formula: 'mean' },
  meanNoFinal: { ...shop, name: 'mean, no final', formula: 'mean', final: false },
  popular: { ...shop, name: 'popular first', showing: 'popular' },
  popularNoFinal: { ...shop, name: 'popular first, no final', showing: 'popular', final: false },
  link: { ...shop, name: 'link collects', link: true },
  linkNoFinal: { ...shop, name: 'link collects, no final', link: true, final: false },
} as const satisfies Record<string, Rule>;
export type RuleKey = keyof typeof rules;

/** The best by the plain mean of points: no average ratings come first, more ratings are no tie-break. */
export function bestByMean(result: TallyResult, many: number): string[] {
  const rated = result.designs.filter((design) => design.n > 0);
  const byMean = rated.toSorted((a, b) => b.points * a.n - a.points * b.n || (a.designId < b.designId ? -1 : 1));
  return byMean.slice(0, many).map((design) => design.designId);
}

/** Who wins among these designs: the shop's own rule, or the best mean (one, by its place in the round if equal). */
export function winnersBy(rule: Rule, result: TallyResult, among: readonly string[]): string[] {
  if (rule.formula === 'score') return winners(result, among);
  const eligible = new Set(among);
  const designs = result.designs.filter((design) => eligible.has(design.designId));
  return bestByMean({ ...result, designs }, 1);
}
