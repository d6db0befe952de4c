import type { SVGProps } from 'react';

export interface WordsAtProps extends SVGProps<SVGTextElement> {
  /** Shares of the drawing that they lie on, from 0 to 1. */
  readonly at: readonly [across: number, down: number];
}

/**
 * Words on a drawing, inside an `svg` without a view of its own that lies over it: as large as words are elsewhere,
 * however small the drawing. In attributes, for no style may stand in the page.
 */
export function WordsAt({ at: [across, down], ...text }: WordsAtProps) {
  return (
    <svg x={`${100 * across}%`} y={`${100 * down}%`} overflow="visible" aria-hidden="true">
      <text {...text} />
    </svg>
  );
}
