import { exportAudit, listAudit, listAuditActors } from '@fraisier/shared/contracts/audit.ts';
import { pageOf } from '../http/page.ts';
import type { Routes } from '../http/route.ts';
import { listActors, listActs } from './audit.sql.ts';
import { withNames } from './audit.view.ts';
import { exportAudit as readExport } from './export-audit.ts';

const AUDIT_PAGE = 50;

export const auditRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(listAudit, async ({ query: { cursor, ...filter } }) => {
    const rows = await listActs(db, filter, { order: 'newest', limit: AUDIT_PAGE + 1, after: cursor });
    const { items, nextCursor } = pageOf(rows, AUDIT_PAGE, (row) => row);
    return { items: await withNames(db, items), nextCursor };
  });

  route(listAuditActors, async () => ({ items: await listActors(db) }));

  route(exportAudit, async ({ member, body: { format, ...filter } }) => ({
    body: await readExport(deps, member, { format, filter }),
    fileName: `audit.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
  }));
};
