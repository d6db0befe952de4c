/** legal: filled with its pages. */
export const legal = {};
