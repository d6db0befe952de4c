import type { Picture } from '@fraisier/shared/contracts/common.ts';

/** What a design lays on its shirt: the print in its folds, or laid flat until that is made. For `<Tee>`. */
export function onShirt({ front, pictures }: Readonly<Record<'front' | 'pictures', readonly Picture[]>>): {
  pictures: readonly Picture[];
  folded: boolean;
} {
  return front.length > 0 ? { pictures: front, folded: true } : { pictures, folded: false };
}
