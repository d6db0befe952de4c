import { createDiskStorage } from './disk-storage.ts';
import type { Storage } from './storage.ts';

/** `file:/absolute/path`. */
export function createStorage(setting: string): Storage {
  if (setting.startsWith('file:')) return createDiskStorage(setting.slice('file:'.length));
  throw new Error('Wrong settings: STORAGE is of a kind we do not know. See .env.example.');
}
