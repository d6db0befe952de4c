export const opsToday = {};
