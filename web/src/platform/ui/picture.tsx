import type { Picture as Source } from '@fraisier/shared/contracts/common.ts';
import { useEffect, useRef, useState } from 'react';
import { firstSign } from '../app/first-sign.ts';
import { useText } from '../i18n/use-text.ts';
import styles from './picture.module.css';

export interface PictureProps {
  /** The derivatives as the API gives them: several formats and widths of one picture. */
  readonly pictures: readonly Source[];
  /** What is seen, not the title again; empty when the words beside it say it all. */
  readonly alt: string;
  /** As in HTML: how wide it is shown, `(max-width: 56.25rem) 45vw, 320px`. */
  readonly sizes?: string;
  /** The picture that fills the first screen: fetched first, never lazily. One on a page. */
  readonly priority?: boolean;
  /** A thumbhash, shown until the picture is there. */
  readonly placeholder?: string | null | undefined;
  readonly className?: string | undefined;
}

const best = ['avif', 'webp'] as const;

/** One picture in the best format and width that the browser takes; says so in words while it is being made, or when it cannot be had. */
export function Picture({ pictures, alt, sizes = '100vw', priority = false, placeholder, className }: PictureProps) {
  const { imageMissing, imagePending } = useText('platform');
  const image = useRef<HTMLImageElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    // It may have failed before the page was hydrated.
    const shown = image.current;
    if (shown?.complete && shown.naturalWidth === 0) setMissing(true);
  }, []);
  useEffect(() => {
    const shown = image.current;
    // What comes with the page has mostly come by now; what is further down is not seen before somebody scrolls.
    if (!shown || !placeholder || shown.complete) return;
    let left = false;
    let end: (() => void) | undefined;
    firstSign
      .then(() => import('./hold-place.ts'))
      .then(({ holdPlace }) => {
        if (!left) end = holdPlace(shown, placeholder);
      })
      .catch(() => {});
    return () => {
      left = true;
      end?.();
    };
  }, [placeholder]);
  const plain = fallbackOf(pictures);
  const offered = offerOf(pictures);
  if (!plain || missing) {
    return (
      <span className={[styles.missing, className].filter(Boolean).join(' ')}>
        {alt && <span className="unseen">{alt}. </span>}
        <span className={styles.words}>{plain ? imageMissing : imagePending}</span>
      </span>
    );
  }
  return (
    <picture className={styles.picture}>
      {offered && <source type={`image/${offered.format}`} srcSet={offered.srcset} sizes={sizes} />}
      <img
        ref={image}
        className={className}
        src={plain.url}
        width={plain.width}
        height={plain.height}
        alt={alt}
        loading={priority ? 'eager' : 'lazy'}
        fetchPriority={priority ? 'high' : 'auto'}
        decoding="async"
        onError={() => setMissing(true)}
      />
    </picture>
  );
}

/** For a page's `head.picture`: the link that fetches the first picture, and the shirt below it, before anything else. */
export function pictureToPreload(pictures: readonly Source[], sizes = '100vw', onTee = false) {
  const offered = offerOf(pictures);
  const plain = offered && fallbackOf(offered.sources);
  if (!plain) return undefined;
  return { href: plain.url, srcset: offered.srcset, sizes, type: `image/${offered.format}`, onTee };
}

/** The best format there is, in all widths. Every browser that takes the shop's styles takes AVIF. */
function offerOf(pictures: readonly Source[]) {
  const format = best.find((name) => pictures.some((picture) => picture.format === name));
  if (!format) return undefined;
  const sources = pictures.filter((picture) => picture.format === format);
  return { format, sources, srcset: sources.map(({ url, width }) => `${url} ${width}w`).join(', ') };
}

/** What every browser can show: the middle width of the most common format. */
function fallbackOf(pictures: readonly Source[]): Source | undefined {
  const common = ['webp', 'jpeg', 'png', 'avif'].find((format) =>
    pictures.some((picture) => picture.format === format),
  );
  const sources = pictures.filter((picture) => picture.format === common).sort((a, b) => a.width - b.width);
  return sources[Math.floor((sources.length - 1) / 2)];
}
