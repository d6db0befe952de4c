import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import type { FileAnswer } from '../../platform/http/route.ts';
import { isOperator } from './get-order.ts';
import { invoicePdf } from './invoice-pdf.ts';
import { findInvoice } from './invoices.sql.ts';
import { findOrder } from './orders.sql.ts';

/** The invoice as a PDF; there is none before the payment. */
export async function getInvoice(deps: Deps, member: Member, orderId: string): Promise<FileAnswer> {
  const order = await findOrder(deps.db, orderId);
  if (!order || (order.member_id !== member.id && !isOperator(member))) throw new Problem('not_found');
  const invoice = await findInvoice(deps.db, orderId);
  if (!invoice) throw new Problem('not_found');
  const body = await invoicePdf(invoice);
  return { body, bytes: body.length, fileName: `${invoice.number}.pdf` };
}
