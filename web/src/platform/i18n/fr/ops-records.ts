export const opsRecords = {};
