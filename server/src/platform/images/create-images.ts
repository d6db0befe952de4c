import type { Images } from './images.ts';

export function createImages(): Images {
  return {} as Images;
}
