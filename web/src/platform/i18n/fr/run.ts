/** run: filled with its pages. */
export const run = {};
