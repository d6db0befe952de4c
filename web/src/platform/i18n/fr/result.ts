/** result: filled with its pages. */
export const result = {};
