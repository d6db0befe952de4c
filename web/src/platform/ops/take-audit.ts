import { exportAudit } from '@fraisier/shared/contracts/audit.ts';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem, addressOf, problemOf } from '../api.ts';
import { useText } from '../i18n/use-text.ts';
import { toast } from '../ui/toast.tsx';
import type { AuditQuery } from './lists.ts';

export interface Taking {
  readonly format: 'csv' | 'jsonl';
  readonly query: AuditQuery;
}

/** Fetches the log as a file and hands it to the browser's downloads. */
export function useTakeAudit() {
  const text = useText('ops-records').audit;
  return useMutation<void, ApiProblem, Taking>({ mutationFn: take, onSuccess: () => toast(text.taken) });
}

async function take({ format, query }: Taking): Promise<void> {
  const body = { format, ...query } as const;
  const answer = await fetch(addressOf(exportAudit, { body }), {
    method: exportAudit.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiProblem('offline');
  });
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => undefined));
  // A file that breaks off is no file: nothing of it is kept.
  const file = await answer.blob().catch(() => {
    throw new ApiProblem('offline');
  });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `audit.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
