import { createDiskStorage } from './disk-storage.ts';
import { createS3Storage, type S3Setting } from './s3-storage.ts';
import type { Storage } from './storage.ts';

/** `file:/absolute/path`, or `s3://key:secret@host:port/bucket?region=…&tls=false`. */
export function createStorage(setting: string): Storage {
  if (setting.startsWith('file:')) return createDiskStorage(setting.slice('file:'.length));
  if (setting.startsWith('s3:')) return createS3Storage(readS3Setting(setting));
  throw wrong();
}

function readS3Setting(setting: string): S3Setting {
  const url = URL.parse(setting);
  const bucket = url?.pathname.slice(1).replace(/\/$/, '');
  if (!url?.hostname || !url.username || !url.password || !bucket || bucket.includes('/')) throw wrong();
  const scheme = url.searchParams.get('tls') === 'false' ? 'http' : 'https';
  return {
    endpoint: `${scheme}://${url.host}/${bucket}`,
    region: url.searchParams.get('region') ?? 'auto',
    // A secret may hold / and +: written percent-encoded in an address.
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}

/** Without the value: it holds a secret. */
function wrong(): Error {
  return new Error(
    'Wrong settings: STORAGE is neither file:/path nor s3://key:secret@host/bucket?region=…. See .env.example.',
  );
}
