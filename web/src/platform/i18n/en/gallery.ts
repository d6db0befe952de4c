import type { gallery as shape } from '../fr/gallery.ts';

export const gallery: typeof shape = {};
