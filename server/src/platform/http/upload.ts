import type { Readable } from 'node:stream';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { FastifyRequest } from 'fastify';
import type * as Type from 'typebox';
import type { Storage, StoredFile } from '../storage/storage.ts';
import { fieldErrors } from './validation.ts';

/** A form's file in temporary storage, until it is promoted or removed. */
export type UploadedFile = StoredFile & {
  /** As the client called it: for people to recognise, never to find or to trust. */
  readonly fileName: string;
};

export interface Upload<S extends Type.TSchema> {
  readonly file: UploadedFile;
  readonly fields: Type.Static<S>;
}

export interface UploadOptions<S extends Type.TSchema> {
  readonly fileField: string;
  readonly schema: S;
  readonly maxBytes: number;
  readonly storage: Storage;
  /** An upload that sends nothing for this time is given up. */
  readonly idleMs?: number;
}

const IDLE_MS = 30_000;
const MOST_FIELDS = 20;
const FIELD_BYTES = 8 * 1024;
const FILE_NAME_LENGTH = 200;

/**
 * Reads a multipart form with one file and text fields, in any order. The file streams into temporary storage; whatever
 * else is wrong, it is removed again and the form refused with a 4xx problem.
 */
export async function readUpload<S extends Type.TSchema>(
  request: FastifyRequest,
  options: UploadOptions<S>,
): Promise<Upload<S>> {
  if (!request.isMultipart()) throw new Problem('unsupported_media_type', { detail: 'Send multipart/form-data' });
  const form = new Form(request, options);
  try {
    await form.read();
    return form.result();
  } catch (error) {
    await form.discard();
    throw uploadProblem(error, request, form.stalled);
  }
}

class Form<S extends Type.TSchema> {
  stalled = false;
  private file: UploadedFile | undefined;
  private readonly fields: Record<string, string> = {};
  private readonly reasons: ProblemReason[] = [];
  private readonly request: FastifyRequest;
  private readonly options: UploadOptions<S>;

  constructor(request: FastifyRequest, options: UploadOptions<S>) {
    this.request = request;
    this.options = options;
  }

  async read(): Promise<void> {
    const { maxBytes, idleMs = IDLE_MS } = this.options;
    // The sender left while we looked whether they may: nobody would tell the form that nothing more comes.
    if (this.request.raw.destroyed) throw new Problem('upload_interrupted');
    const stopWatching = watchIdle(this.request, idleMs, () => {
      this.stalled = true;
    });
    try {
      const parts = this.request.parts({
        // The storage stops at the limit by itself: this one is only there to be the later one.
        limits: { fileSize: maxBytes + 1, files: 2, fields: MOST_FIELDS, fieldSize: FIELD_BYTES, headerPairs: 100 },
      });
      for await (const part of parts) {
        if (part.type === 'file') await this.takeFile(part);
        else this.takeField(part.fieldname, part.value, part.fieldnameTruncated || part.valueTruncated);
      }
    } finally {
      stopWatching();
    }
  }

  private async takeFile(part: { fieldname: string; filename: string; file: Readable }): Promise<void> {
    const { fileField, maxBytes, storage } = this.options;
    if (part.fieldname !== fileField || this.file) {
      this.reasons.push({ code: this.file ? 'too_many_files' : 'unknown_field', field: part.fieldname });
      for await (const _ of part.file);
      return;
    }
    const stored = await storage.writeTemp(part.file, { maxBytes });
    this.file = { ...stored, fileName: tidyName(part.filename) };
  }

  private takeField(name: string, value: unknown, truncated: boolean): void {
    if (truncated) this.reasons.push({ code: 'too_long', field: name });
    else if (Object.hasOwn(this.fields, name)) this.reasons.push({ code: 'given_twice', field: name });
    // A form counts a line break as two characters, a person as one.
    else this.fields[name] = String(value).replaceAll('\r\n', '\n');
  }

  result(): Upload<S> {
    const reasons = [...this.reasons];
    if (!this.file) reasons.push({ code: 'required', field: this.options.fileField });
    for (const { field, detail } of fieldErrors(this.options.schema, this.fields)) {
      reasons.push({ code: 'field', field, detail });
    }
    if (!this.file || reasons.length > 0) throw new Problem('field_missing', { reasons });
    return { file: this.file, fields: this.fields as Type.Static<S> };
  }

  async discard(): Promise<void> {
    // Where even that fails the sweep takes it, and the answer still says what was wrong first.
    if (this.file) await this.options.storage.remove(this.file.key).catch(() => {});
  }
}

/** Ends a request that sends nothing for a while, so that it does not stay open and hold its half of a file. */
function watchIdle(request: FastifyRequest, idleMs: number, onIdle: () => void): () => void {
  const raw = request.raw;
  const timer = setTimeout(() => {
    onIdle();
    // Ends the form's reading; the answer still goes out over the other half of the connection.
    raw.emit('error', new Problem('timeout'));
    raw.unpipe();
  }, idleMs);
  const refresh = () => void timer.refresh();
  raw.on('data', refresh);
  return () => {
    clearTimeout(timer);
    raw.off('data', refresh);
  };
}

const notAForm = new Set(['FST_INVALID_JSON_FIELD_ERROR', 'FST_PROTO_VIOLATION']);
const cutOff = new Set(['FST_MP_PREMATURE_CLOSE', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR']);

/** What a body that breaks throws differs with where it breaks; for the client it is one thing. Ours stays ours. */
function uploadProblem(error: unknown, request: FastifyRequest, stalled: boolean): unknown {
  if (stalled) return new Problem('timeout');
  if (error instanceof Problem) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (notAForm.has(code) || message === 'Multipart: Boundary not found') return new Problem('bad_input');
  if (cutOff.has(code) || (request.raw.destroyed && !request.raw.complete)) return new Problem('upload_interrupted');
  if (/unexpected end of multipart data/i.test(message)) return new Problem('upload_interrupted');
  return error;
}

function tidyName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  const tidy = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return [...tidy].slice(0, FILE_NAME_LENGTH).join('') || 'artwork';
}
