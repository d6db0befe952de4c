import type { Contract, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../platform/api.ts';
import { type UploadInput, upload } from '../../platform/upload.ts';

export interface Sending {
  /** Bytes that have left, of all. */
  readonly sent: number;
  readonly total: number;
}

/** Sends a file with its progress; it can be stopped. Leaving the page stops it too. */
export function useArtworkUpload<C extends Contract>(contract: C) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [stopped, setStopped] = useState(false);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);

  /** The answer; null when it was refused or stopped, which the state tells. */
  const send = async (input: Omit<UploadInput<C>, 'onProgress' | 'signal'>): Promise<ResponseOf<C> | null> => {
    const abort = new AbortController();
    control.current = abort;
    setProblem(null);
    setStopped(false);
    setSending({ sent: 0, total: input.file.size });
    try {
      return await upload(contract, {
        ...input,
        signal: abort.signal,
        onProgress: (sent, total) => setSending({ sent, total }),
      });
    } catch (error) {
      if (error instanceof ApiProblem) setProblem(error);
      else if (abort.signal.aborted) setStopped(true);
      else throw error;
      return null;
    } finally {
      setSending(null);
      control.current = null;
    }
  };
  return { sending, problem, stopped, send, stop: () => control.current?.abort() };
}
