/** ballot: filled with its pages. */
export const ballot = {};
