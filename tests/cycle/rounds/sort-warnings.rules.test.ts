import { describe, expect, it } from 'vitest';
import { sortWarnings } from '../../../web/src/cycle/rounds/parts/ops/sort-warnings.ts';

const titleOf = (design: string) => ({ a: 'Ours', b: 'Chat', c: 'Bof' })[design];
const short = (field: string, detail: string) => ({ code: 'finalist_short', field, detail });

describe('what an operator reads before a close', () => {
  it('says once how many ratings finalists miss, with the names of those that miss as many', () => {
    const warnings = [{ code: 'shortlist' }, short('a', '24/30'), short('b', '24/30'), short('c', '9/30')];
    expect(sortWarnings(warnings, titleOf)).toEqual({
      told: [{ code: 'shortlist' }],
      short: [
        { detail: '24/30', names: ['Ours', 'Chat'] },
        { detail: '9/30', names: ['Bof'] },
      ],
    });
  });

  it('says nothing of a photo finish between designs that both win, and says it of one that wins alone', () => {
    const tie = { code: 'shared_place', detail: '2' };
    expect(sortWarnings([tie, { code: 'photo_finish' }], titleOf).told).toEqual([tie]);
    expect(sortWarnings([{ code: 'photo_finish' }], titleOf).told).toEqual([{ code: 'photo_finish' }]);
  });

  it('leaves a finalist whose title is not known yet as it came', () => {
    expect(sortWarnings([short('x', '24/30')], titleOf)).toEqual({ told: [short('x', '24/30')], short: [] });
  });
});
