/** design: filled with its pages. */
export const design = {};
