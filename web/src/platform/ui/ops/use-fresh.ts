import type { Contract } from '@fraisier/shared/http/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { invalidate } from '../../query.ts';

const MINUTE = 60_000;

/** Reads again once a minute, while the page is in sight: a desk stays open all day, and others work at it too. */
export function useFresh(contract: Contract): void {
  const client = useQueryClient();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void invalidate(client, contract);
    }, MINUTE);
    return () => clearInterval(timer);
  }, [client, contract]);
}
