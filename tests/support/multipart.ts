import { randomUUID } from 'node:crypto';
import { goodFields } from './submissions.ts';

export interface FilePart {
  readonly body: Buffer;
  readonly name?: string;
  readonly type?: string;
  readonly field?: string;
}

/** A form byte by byte, as no client of ours would write it: any name for a file, any order, anything missing. */
export function multipart(file: FilePart | null, fields: Readonly<Record<string, string>> = goodFields) {
  const boundary = `b${randomUUID()}`;
  const parts: Buffer[] = [];
  if (file) parts.push(filePart(boundary, file));
  for (const [name, value] of Object.entries(fields)) {
    parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { type: `multipart/form-data; boundary=${boundary}`, boundary, body: Buffer.concat(parts) };
}

export function filePart(
  boundary: string,
  { body, name = 'raton.png', type = 'image/png', field = 'artwork' }: FilePart,
): Buffer {
  // As browsers do it: quotes and line ends are written as percent signs, all else as it is.
  const written = name.replace(/["\r\n]/g, (one) => encodeURIComponent(one));
  return Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${written}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    body,
    Buffer.from('\r\n'),
  ]);
}
