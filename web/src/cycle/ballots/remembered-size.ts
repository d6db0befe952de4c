import { isSize, type Size } from '@fraisier/shared/cycle/garments.ts';
import { deviceStorage, type Keeping, keep, readKept } from '../../platform/device.ts';

const KEY = 'fraisier.size';

/** The size last chosen on this device. */
export function rememberedSize(): Size | null {
  const size = readKept(deviceStorage(), KEY);
  return isSize(size) ? size : null;
}

/** Null forgets it. */
export function rememberSize(size: Size | null, device: Keeping | null = deviceStorage()): void {
  keep(device, KEY, size);
}
