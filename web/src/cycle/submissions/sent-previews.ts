import type { Picture } from '@fraisier/shared/contracts/common.ts';

const previews = new Map<string, Picture>();

/** Keeps the designer's own preview of a file just sent, until the shop's pictures of it are made. */
export function keepPreview(design: string, picture: Picture | null): void {
  if (picture) previews.set(design, picture);
}

/** In the browser that sent it, as long as it is open. */
export function previewOf(design: string): Picture | undefined {
  return previews.get(design);
}
