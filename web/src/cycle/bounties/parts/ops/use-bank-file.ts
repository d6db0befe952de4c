import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getLedger } from '@fraisier/shared/contracts/bounties-ledger.ts';
import {
  type BankFilePreview,
  importBankFile,
  listBankFiles,
  listOpenBankLines,
  listPayouts,
  previewBankFile,
} from '@fraisier/shared/contracts/bounties-payouts.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../../../platform/api.ts';
import { invalidate } from '../../../../platform/query.ts';
import { upload } from '../../../../platform/upload.ts';

const stale = [listBankFiles, listOpenBankLines, listPayouts, listBounties, getLedger, getDesk];

/** An answer of the bank on its way in: read first, taken in only as it was read. */
export function useBankFile(onTaken: () => void) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<BankFilePreview | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [changed, setChanged] = useState(false);

  const leave = () => {
    setFile(null);
    setPreview(null);
    setProblem(null);
    setChanged(false);
  };
  const trying = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const look = (given: File) =>
    trying(async () => {
      setFile(given);
      setPreview(null);
      setPreview(await upload(previewBankFile, { file: given, fields: {} }));
    });
  const take = () =>
    trying(async () => {
      if (!file || !preview) return;
      try {
        await upload(importBankFile, { file, fields: { plan: preview.plan } });
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'bank_plan_changed') throw error;
        // Look again: what is shown is what will be done.
        setPreview(await upload(previewBankFile, { file, fields: {} }));
        setChanged(true);
        return;
      }
      leave();
      onTaken();
      await Promise.all(stale.map((contract) => invalidate(client, contract)));
    });
  return {
    file,
    preview,
    busy,
    problem,
    changed,
    look: (given: File) => {
      setChanged(false);
      void look(given);
    },
    take: () => void take(),
    leave,
  };
}
