import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { artSizes } from '../rounds/picture-sizes.ts';

export interface FrontPictures {
  readonly pictures: readonly Picture[];
  readonly folded: boolean;
  readonly sizes: string;
}

/** What a design's own page lays on its shirt: the print in its folds; `flat` until that is made. */
export function frontPictures({ shirt }: Pick<Design, 'shirt'>, flat: readonly Picture[]): FrontPictures {
  return shirt.front.length > 0
    ? { pictures: shirt.front, folded: true, sizes: artSizes.folded }
    : { pictures: flat, folded: false, sizes: artSizes.half };
}
