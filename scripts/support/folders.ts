import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** Everything that a running shop keeps here, and nothing else does. */
export const dataFolder = fileURLToPath(new URL('../../.data/', import.meta.url));
