import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import bof from './art/bof.webp';
import cat from './art/onde-de-chat.webp';
import bear from './art/ours-mal-leche.webp';

const pictureAt = (url: string): readonly Picture[] => [{ format: 'webp', width: 360, height: 432, url }];

export const samples = { cat: pictureAt(cat), bear: pictureAt(bear), bof: pictureAt(bof) };

/** What is kept of the bear until its picture comes. */
export const bearHash = 'ODmCBAIT6NcnaHeAfRCoB4GacVV3CJeGAw==';

/** An address with no picture behind it. */
export const nowhere: readonly Picture[] = [{ format: 'webp', width: 360, height: 432, url: '/robots.txt' }];

export const inksOf = {
  bear: ['#fff0d4', '#e5263e'],
  cat: ['#e5263e', '#ff7b2b', '#ffc52e', '#1b6b45', '#1c2c62', '#fff0d4'],
  bof: ['#e5263e', '#1c2c62'],
} as const;

export const fabricOf = { bear: 'noir', cat: 'creme', bof: 'creme' } as const;

export function cardOf(name: keyof typeof samples, words: { title: string; alt: string }): DesignCard {
  return {
    id: '00000000-0000-7000-8000-000000000000',
    round: '2026-11',
    title: words.title,
    altText: words.alt,
    altTextEn: words.alt,
    fabric: fabricOf[name],
    inks: inksOf[name].map((hex) => ({ hex, coverage: 1 / inksOf[name].length })),
    placeholder: null,
    pictures: [...samples[name]],
    front: [],
    finalist: false,
    designer: null,
  };
}
