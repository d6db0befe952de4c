/** order: filled with its pages. */
export const order = {};
