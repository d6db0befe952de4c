/** A box on a picture, in whole thousandths of its width and height. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** More marks than these hide the picture. */
export const MOST_PLACES = 12;
