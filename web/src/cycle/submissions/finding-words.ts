import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import type { ReportFinding } from './parts/report.tsx';

/** A finding of the pre-flight in the language of the page: the fact with its figure, then what it means. */
export function useFindingWords() {
  const { findings: text } = useText('submit');
  const format = useFormat();
  const pixels = (width: number, height: number) => `${format.number(width)}\u00a0×\u00a0${format.number(height)}`;
  const cm = (mm: number) => format.number(mm / 10, mm % 10 === 0 ? 0 : 1);
  const size = (width: number, height: number) => `${cm(width)}\u00a0×\u00a0${cm(height)}\u00a0cm`;

  const of = ({ code, level, values }: ReportFinding): { title: string; text: string } => {
    const number = (name: string) => Number(values[name] ?? 0);
    const side = () => pixels(number('width'), number('height'));
    const percent = (name: string) => format.percent(number(name) / 100, number(name) % 1 === 0 ? 0 : 1);
    switch (code) {
      case 'format':
        return text.format;
      case 'broken':
        return text.broken;
      case 'blank':
        return text.blank;
      case 'file_size': {
        const { title, text: say } = text.file_size;
        return { title, text: say(format.fileSize(number('bytes')), format.fileSize(number('most'))) };
      }
      case 'side_too_long':
        return {
          title: text.side_too_long.title,
          text: text.side_too_long.text(side(), format.number(number('most'))),
        };
      case 'too_many_pixels': {
        const millions = (name: string) => format.number(number(name) / 1e6, number(name) % 1e6 === 0 ? 0 : 1);
        return {
          title: text.too_many_pixels.title,
          text: text.too_many_pixels.text(millions('pixels'), millions('most')),
        };
      }
      case 'too_small':
        return { title: text.too_small.title, text: text.too_small.text(side(), format.number(number('least'))) };
      case 'resolution': {
        const good = format.number(number('goodDpi'));
        const sharp = size(number('goodWidthMm'), number('goodHeightMm'));
        return {
          title: text.resolution.title(format.number(number('dpi'))),
          text: level === 'ok' ? text.resolution.ok(good) : text.resolution.warn(good, sharp),
        };
      }
      case 'transparency':
        if (level === 'ok')
          return { title: text.transparency.ok, text: text.transparency.okText(percent('opaquePercent')) };
        return {
          title: text.transparency.opaque,
          text: values.format === 'jpeg' ? text.transparency.jpegText : text.transparency.opaqueText,
        };
      case 'shape': {
        const printed = size(number('widthMm'), number('heightMm'));
        const share = percent('areaPercent');
        if (level === 'ok') return { title: text.shape.ok(share), text: text.shape.okText(printed) };
        return { title: text.shape.warn, text: text.shape.warnText(printed, share) };
      }
      default:
        return { title: text.other, text: code };
    }
  };

  return {
    of,
    size,
    pixels,
    file: (file: { format: string; width: number; height: number; bytes: number }) => ({
      format: file.format.toUpperCase().replace('WEBP', 'WebP'),
      pixels: pixels(file.width, file.height),
      size: format.fileSize(file.bytes),
    }),
  };
}
