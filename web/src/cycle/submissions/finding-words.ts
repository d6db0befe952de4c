import { isFabricId } from '@fraisier/shared/cycle/garments.ts';
import type { PrintMethod } from '@fraisier/shared/cycle/print-promise.ts';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { fabricName } from './card-words.ts';
import { whereIs } from './preflight/marks.ts';
import type { ReportFinding } from './preflight/report-lines.ts';

export interface SaidFinding {
  readonly title: string;
  /** The fact with its figure, and what it means on cotton. */
  readonly text: string;
  /** How to mend it; nothing for what is well. */
  readonly mend?: string | undefined;
}

/** What a sentence needs of the file beside the finding. */
export interface FileScale {
  /** Of the file, for a millimetre of print; null where the file has no size. */
  readonly pxPerMm: number | null;
  /** Of the whole print area at 300 dpi. */
  readonly fullPixels: string;
  readonly method: PrintMethod;
}

/** To the next tenth of a million: what is just over a limit would else read as the limit itself. */
export const upToTenth = (value: number): number => Math.ceil(value / 1e5) * 1e5;

/** A finding of the pre-flight in the language of the page. */
export function useFindingWords() {
  const { findings: text } = useText('submit');
  const format = useFormat();
  const lang = useLang();
  const pixels = (width: number, height: number) => `${format.number(width)}\u00a0×\u00a0${format.number(height)}`;
  const cm = (mm: number) => format.number(mm / 10, mm % 10 === 0 ? 0 : 1);
  const size = (width: number, height: number) => `${cm(width)}\u00a0×\u00a0${cm(height)}\u00a0cm`;
  const mm = (value: number, decimals = value < 2 ? 2 : value % 1 === 0 ? 0 : 1) =>
    `${format.number(value, decimals)}\u00a0mm`;

  const said = (
    { code, level, values }: ReportFinding,
    { pxPerMm, fullPixels, method }: FileScale = { pxPerMm: null, fullPixels: '', method: 'screen' },
  ): SaidFinding => {
    const number = (name: string) => Number(values[name] ?? 0);
    const whole = (name: string) => format.number(number(name));
    const side = () => pixels(number('width'), number('height'));
    const percent = (name: string) => format.percent(number(name) / 100, number(name) % 1 === 0 ? 0 : 1);
    const px = (value: number) => format.number(Math.max(1, Math.ceil(value * (pxPerMm ?? 0))));
    const isOk = level === 'ok';
    switch (code) {
      case 'format':
        return strangeFile();
      case 'broken':
        return text.broken;
      case 'blank':
        return text.blank;
      case 'file_size': {
        const { title, text: say, mend } = text.file_size;
        return { title, text: say(format.fileSize(upToTenth(number('bytes'))), format.fileSize(number('most'))), mend };
      }
      case 'side_too_long':
        return { ...text.side_too_long, text: text.side_too_long.text(side(), whole('most')) };
      case 'too_many_pixels': {
        const millions = (name: string) => {
          const value = upToTenth(number(name));
          return format.number(value / 1e6, value % 1e6 === 0 ? 0 : 1);
        };
        return {
          title: text.too_many_pixels.title,
          text: text.too_many_pixels.text(millions('pixels'), millions('most')),
          mend: fullPixels ? text.too_many_pixels.mend(fullPixels) : undefined,
        };
      }
      case 'too_small':
        return { ...text.too_small, text: text.too_small.text(side(), whole('least')) };
      case 'resolution': {
        const { title, ok, warn, mend, enlarged } = text.resolution;
        const good = whole('goodDpi');
        if (isOk) return { title: title(whole('dpi')), text: ok(good) };
        const sharp = size(number('goodWidthMm'), number('goodHeightMm'));
        if (number('sharpDpi') > 0) {
          return {
            title: enlarged.title,
            text: enlarged.text(whole('dpi'), whole('sharpDpi'), sharp),
            mend: enlarged.mend,
          };
        }
        return {
          title: title(whole('dpi')),
          text: warn(good, sharp),
          mend: fullPixels ? mend(fullPixels) : undefined,
        };
      }
      case 'transparency': {
        const { ok, okText, opaque, jpegText, opaqueText, mend } = text.transparency;
        if (isOk) return { title: ok, text: okText(percent('opaquePercent')) };
        return { title: opaque, text: values.format === 'jpeg' ? jpegText : opaqueText, mend };
      }
      case 'background':
        if (isOk) return { title: text.background.ok, text: '' };
        return { ...text.background, text: text.background.text(percent('percent')) };
      case 'shape': {
        const printed = size(number('widthMm'), number('heightMm'));
        const share = percent('areaPercent');
        if (isOk) return { title: text.shape.ok(share), text: text.shape.okText(printed) };
        return { title: text.shape.warn, text: text.shape.warnText(printed, share), mend: text.shape.mend };
      }
      case 'empty_margin': {
        const { ok, okText, title, text: say, mend } = text.empty_margin;
        const printed = size(number('widthMm'), number('heightMm'));
        return isOk ? { title: ok, text: okText(printed) } : { title, text: say(percent('percent'), printed), mend };
      }
      case 'edge': {
        const { ok, okText, title, text: say, mend } = text.edge;
        const [nearest, least] = [number('nearestMm'), number('leastMm')];
        if (isOk) return { title: ok, text: okText(mm(nearest), mm(least)) };
        const missing = Math.max(0, least - nearest);
        return {
          title,
          text: say(mm(nearest, nearest % 1 === 0 ? 0 : 1), mm(least)),
          mend: pxPerMm ? mend(mm(missing, missing % 1 === 0 ? 0 : 1), px(missing)) : undefined,
        };
      }
      case 'halo':
        if (isOk) return { title: text.halo.ok, text: '' };
        return { ...text.halo, text: text.halo.text[method](percent('percent')) };
      case 'strays': {
        const { ok, title, text: say, mend } = text.strays;
        if (isOk) return { title: ok, text: '' };
        const count = number('count');
        return { title: title(format.number(count), count), text: say(mm(number('largestMm')), count), mend };
      }
      case 'thin_lines':
        return thinLines();
      case 'inks':
        return inks();
      case 'contrast': {
        const { ok, title, text: say, mend } = text.contrast;
        const fabric = isFabricId(values.fabric) ? fabricName(values.fabric, lang) : String(values.fabric ?? '');
        if (isOk) return { title: ok(fabric), text: '' };
        return { title: title(fabric), text: say(percent('lostPercent')), mend };
      }
      case 'colour':
        return colour();
      default:
        return { title: text.other, text: code };
    }

    function strangeFile(): SaidFinding {
      const { title, text: say, mend, kinds, is } = text.format;
      const kind = kinds[String(values.format ?? '')];
      return kind ? { title, text: is(kind.name), mend: mend[kind.mend] } : { title, text: say, mend: mend.any };
    }

    function thinLines(): SaidFinding {
      const { ok, okText, title, titleGaps, text: say, gaps, mend } = text.thin_lines;
      const [least, thinnest, gap] = [number('leastMm'), number('thinnestMm'), number('gapMm')];
      if (isOk) return { title: ok, text: okText(mm(least)) };
      const isThin = thinnest > 0 && thinnest < least;
      const sentences = [
        isThin && say[method](mm(thinnest), mm(least)),
        gap > 0 && gap < least && gaps(mm(gap), mm(least)),
      ];
      return {
        title: isThin ? title : titleGaps,
        text: sentences.filter(Boolean).join(' '),
        mend: pxPerMm ? mend(mm(least), px(least)) : undefined,
      };
    }

    function inks(): SaidFinding {
      const { inks: words } = text;
      const [count, most] = [whole('count'), whole('most')];
      if (number('photographic') === 1) {
        if (isOk) return { title: words.photo, text: words.photoDigital };
        return { title: words.photo, text: words.photoScreen(most), mend: words.photoMend(most) };
      }
      if (!isOk) return { title: words.title(count, most), text: words.text(most), mend: words.mend(most) };
      return {
        title: method === 'screen' ? words.ok(count, number('count'), most) : words.digital(count, number('count')),
        text: number('overprints') > 0 ? words.overprints(whole('overprints'), number('overprints')) : '',
      };
    }

    function colour(): SaidFinding {
      const { colour: words } = text;
      const code = String(values.space ?? 'srgb');
      const space = words.spaces[code] ?? (String(values.profile ?? '') || words.unknown);
      const depth = number('depth') > 8 ? words.sixteen : '';
      if (isOk) {
        const converted = code === 'srgb' || code === 'grey' ? '' : words.converted;
        return { title: words.ok(space), text: [converted, depth].filter(Boolean).join(' ') };
      }
      if (code === 'cmyk') return { title: words.cmykTitle, text: words.cmyk, mend: words.mend };
      return { title: words.title, text: words.text(percent('gamutPercent'), space), mend: words.mend };
    }
  };

  /** A place in words, for those who do not see the marks. */
  const where = (place: ReportFinding['places'][number]): string => {
    const ninth = whereIs(place);
    return ninth ? text.places.where[ninth.down][ninth.across] : text.places.whole;
  };

  return {
    of: said,
    where,
    size,
    mm,
    pixels,
    file: (file: { format: string; width: number; height: number; bytes: number }) => ({
      format: file.format.toUpperCase().replace('WEBP', 'WebP'),
      pixels: pixels(file.width, file.height),
      size: format.fileSize(file.bytes),
    }),
  };
}
