export const opsPrints = {};
