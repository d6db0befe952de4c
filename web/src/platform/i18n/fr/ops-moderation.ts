export const opsModeration = {};
