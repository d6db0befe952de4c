/** gallery: filled with its pages. */
export const gallery = {};
