export const opsMoney = {};
