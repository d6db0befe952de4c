import { addRate, getContractFile, getStatement, listRates } from '@fraisier/shared/contracts/bounties-papers.ts';
import type { Routes } from '../../../platform/http/route.ts';
import { getContractFile as contractFile } from './contract-file.ts';
import { readRateTable, addRate as writeRate } from './rates.ts';
import { getStatement as statementFile } from './statement-file.ts';

export const papersRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(getStatement, ({ member, params, query }) =>
    statementFile(deps, member, { bountyId: params.bounty, locale: query.lang ?? member.locale }),
  );

  route(getContractFile, ({ member, params }) => contractFile(deps, member, params.bounty));

  route(listRates, () => readRateTable(db));

  route(addRate, async ({ member, body }) => {
    await writeRate(deps, member, body);
    return readRateTable(db);
  });
};
