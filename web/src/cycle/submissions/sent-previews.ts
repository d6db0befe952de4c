import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { useEffect, useState } from 'react';

const previews = new Map<string, Picture>();

/** Keeps the designer's own preview of a file just sent, until the shop's pictures of it are made. */
export function keepPreview(design: string, picture: Picture | null): void {
  if (picture) previews.set(design, picture);
}

/** The pictures of a design; in the browser that sent it, its own preview until the shop has made them. */
export function useShownPictures({ id, pictures }: Pick<DesignCard, 'id' | 'pictures'>): readonly Picture[] {
  const [preview, setPreview] = useState<Picture | null>(null);
  const isMade = pictures.length > 0;
  useEffect(() => setPreview(isMade ? null : (previews.get(id) ?? null)), [id, isMade]);
  return preview && !isMade ? [preview] : pictures;
}
