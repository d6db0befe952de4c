/** bounty: filled with its pages. */
export const bounty = {};
