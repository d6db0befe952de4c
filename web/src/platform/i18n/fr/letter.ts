/** letter: filled with its pages. */
export const letter = {};
