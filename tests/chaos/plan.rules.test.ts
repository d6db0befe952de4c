import { describe, expect, it } from 'vitest';
import { faults } from '../../scripts/chaos/faults.ts';
import { readOptions } from '../../scripts/chaos/options.ts';
import { blowKinds, planOf } from '../../scripts/chaos/plan.ts';

describe('the plan of pnpm chaos', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(planOf(7, 2.5)).toEqual(planOf(7, 2.5));
    expect(planOf(7, 2.5)).not.toEqual(planOf(8, 2.5));
  });

  it('deals every kind of blow, in order and within its time', () => {
    const { blows, ms } = planOf(3, 2.5);
    expect(new Set(blows.map(({ kind }) => kind))).toEqual(new Set(blowKinds));
    expect(blows.map(({ at }) => at)).toEqual(blows.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(blows.at(-1)!.at).toBeLessThan(ms);
  });

  it('cancels one month of a long run, never the first or the last', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { rounds } = planOf(seed, 2.5);
      const cancelled = rounds.flatMap(({ isCancelled }, nth) => (isCancelled ? [nth] : []));
      expect(cancelled).toHaveLength(1);
      expect(cancelled[0]).toBeGreaterThan(0);
      expect(cancelled[0]).toBeLessThan(rounds.length - 1);
    }
  });
});

describe('the planted faults of pnpm chaos', () => {
  it('have each a name of their own, and break every invariant that is looked at', () => {
    const names = faults.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const broken = new Set(faults.map(({ breaks }) => breaks));
    expect([...broken].sort()).toEqual(['I1', 'I11', 'I12', 'I13', 'I14', 'I2', 'I3', 'I4', 'I5']);
  });

  it('are planted by their name, or all of them, and an unknown one is refused', () => {
    expect(readOptions(['--fault=audit-lost', '--seed=1']).faults.map(({ name }) => name)).toEqual(['audit-lost']);
    expect(readOptions(['--faults']).faults).toEqual(faults);
    expect(() => readOptions(['--fault=nothing'])).toThrow('--fault takes pays-twice');
    expect(() => readOptions(['--minutes=never'])).toThrow('--minutes takes numbers from');
  });
});
