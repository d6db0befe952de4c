import {
  checkLedger,
  exportBalance,
  exportEntries,
  getLedger,
  getLedgerAccount,
  listLedgerChecks,
} from '@fraisier/shared/contracts/bounties-ledger.ts';
import type { Routes } from '../../../platform/http/route.ts';
import { exportBalance as writeBalance, exportEntries as writeEntries } from './export-ledger.ts';
import { checkLedgerNow, readChecks } from './keep-check.ts';
import { readAccount, readLedger } from './read-ledger.ts';

export const ledgerRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(getLedger, ({ query }) => readLedger(db, query));
  route(getLedgerAccount, ({ params, query }) => readAccount(db, params.account, query));
  route(exportBalance, ({ member, query }) => writeBalance(deps, member, query.on ?? null));
  route(exportEntries, ({ member, query }) =>
    writeEntries(deps, member, { on: query.on ?? null, account: query.account ?? null }),
  );
  route(listLedgerChecks, ({ query }) => readChecks(db, query.cursor));
  route(checkLedger, ({ member }) => checkLedgerNow(deps, member));
};
