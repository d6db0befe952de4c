export const opsOrders = {};
