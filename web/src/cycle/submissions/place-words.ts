import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { BELOW_COLLAR_MM, dpiAt, type Placement, printedSize, type Sides } from '@fraisier/shared/cycle/placement.ts';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';

/** Where a picture stands on its shirt, in centimetres and in words. Speaks the area `submit`. */
export function usePlaceWords() {
  const { place: text } = useText('submit');
  const format = useFormat();
  /** `10,5`, without its unit: what fields hold. */
  const figure = (mm: number) => format.number(mm / 10, Math.round(mm) % 10 === 0 ? 0 : 1);
  const cm = (mm: number) => `${figure(mm)}\u00a0cm`;
  const across = ({ fromCentreMm }: Placement) => {
    if (fromCentreMm === 0) return text.centred;
    return fromCentreMm < 0 ? text.left(cm(-fromCentreMm)) : text.right(cm(fromCentreMm));
  };
  const size = (area: PrintArea, picture: Sides, placement: Placement) => {
    const { widthMm, heightMm } = printedSize(area, picture, placement);
    return `${figure(Math.round(widthMm))}\u00a0×\u00a0${cm(Math.round(heightMm))}`;
  };
  const stands = (placement: Placement) => text.standsAt(cm(BELOW_COLLAR_MM + placement.topMm), across(placement));
  const dpi = (area: PrintArea, picture: Sides, placement: Placement) =>
    text.dpi(format.number(dpiAt(area, picture, placement)));
  return { cm, figure, across, size, stands, dpi };
}
