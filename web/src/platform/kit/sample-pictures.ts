import type { Picture } from '@fraisier/shared/contracts/common.ts';
import bof from './art/bof.webp';
import cat from './art/onde-de-chat.webp';
import bear from './art/ours-mal-leche.webp';

const pictureAt = (url: string): readonly Picture[] => [{ format: 'webp', width: 360, height: 432, url }];

export const samples = { cat: pictureAt(cat), bear: pictureAt(bear), bof: pictureAt(bof) };
