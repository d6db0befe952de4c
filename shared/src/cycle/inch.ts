/** Prints are measured in millimetres, files in pixels to the inch. */
export const MM_PER_INCH = 25.4;
