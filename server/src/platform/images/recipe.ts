import type { AvifOptions, JpegOptions, WebpOptions } from 'sharp';
import type { Derivative } from './images.ts';

type Kind = Derivative['kind'];

const flat = { quality: 50, effort: 1, chromaSubsampling: '4:4:4' } as const;
const cloth = { quality: 48, effort: 1, chromaSubsampling: '4:2:0' } as const;

export const avif: Record<Kind, AvifOptions> = {
  first: flat,
  art: flat,
  front: flat,
  detail: cloth,
  worn: cloth,
  shirt: cloth,
};

const clear = { quality: 80, effort: 4, alphaQuality: 100 } as const;
const woven = { quality: 68, effort: 3, alphaQuality: 90 } as const;

export const webp: Record<Kind, WebpOptions> = {
  first: { quality: 70, effort: 1, alphaQuality: 80 },
  art: clear,
  front: clear,
  detail: woven,
  worn: woven,
  shirt: woven,
};

export const jpeg: JpegOptions = { quality: 84, chromaSubsampling: '4:4:4', mozjpeg: true };
