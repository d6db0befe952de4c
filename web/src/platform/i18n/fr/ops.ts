/** ops: filled with its pages. */
export const ops = {};
