import { describe, expect, it } from 'vitest';
import { shareWords } from '../../server/src/community/sharing/share-words.ts';

describe('the place of a design on its card', () => {
  it('is said as its letter says it', () => {
    const placed = (rank: number, lang: 'fr' | 'en') => shareWords.rank(rank, 1204, '4520000', 1, lang)[0];
    expect([1, 2, 1001].map((rank) => placed(rank, 'fr'))).toEqual([
      '1er sur 1\u00a0204',
      '2e sur 1\u00a0204',
      '1\u00a0001e sur 1\u00a0204',
    ]);
    expect([1, 2, 3, 11, 22, 103].map((rank) => placed(rank, 'en').split(' ')[0])).toEqual([
      '1st',
      '2nd',
      '3rd',
      '11th',
      '22nd',
      '103rd',
    ]);
  });
});
