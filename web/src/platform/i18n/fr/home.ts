/** home: filled with its pages. */
export const home = {};
