/** account: filled with its pages. */
export const account = {};
