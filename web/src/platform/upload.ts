import type { BodyOf, Contract, ParamsOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { ApiProblem, addressOf, type InputArgs, problemOf } from './api.ts';

export interface UploadInput<C extends Contract> {
  readonly params?: ParamsOf<C>;
  readonly file: File;
  /** The other fields of the form, sent after the file. */
  readonly fields?: BodyOf<C>;
  /** Bytes that really left, never a guess. */
  readonly onProgress?: (sent: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends a file with its fields; fetch cannot tell how far it is, so this is an XMLHttpRequest. */
export function upload<C extends Contract>(contract: C, input: UploadInput<C>): Promise<ResponseOf<C>> {
  const form = new FormData();
  form.append(contract.upload ?? 'file', input.file, input.file.name);
  for (const [name, value] of Object.entries((input.fields ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) form.append(name, String(value));
  }
  const path = addressOf(contract, ...([{ params: input.params }] as unknown as InputArgs<C>));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(contract.method, path);
    request.responseType = 'text';
    request.setRequestHeader('accept', 'application/json');
    request.upload.addEventListener('progress', (event) => input.onProgress?.(event.loaded, event.total));
    request.addEventListener('error', () => reject(new ApiProblem('offline')));
    request.addEventListener('abort', () => reject(new DOMException('The upload was stopped', 'AbortError')));
    request.addEventListener('load', () => {
      let body: unknown;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        body = undefined;
      }
      if (request.status >= 200 && request.status < 300) resolve(body as ResponseOf<C>);
      else reject(problemOf(request.status, body));
    });
    if (input.signal?.aborted) {
      reject(new DOMException('The upload was stopped', 'AbortError'));
      return;
    }
    input.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
