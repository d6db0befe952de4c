import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { Member } from '../../people/accounts.ts';
import type { Trx } from '../../platform/db/database.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import type { PieceRow } from '../runs/pieces.ts';
import type { RunOnShow } from '../runs/runs.sql.ts';
import { insertInvoice, takeInvoiceNumber } from './invoices.sql.ts';
import type { OrderRow } from './orders.sql.ts';

export interface InvoiceLine {
  readonly kind: 'piece' | 'shipping';
  readonly cents: number;
  /** Of a piece. */
  readonly title?: string;
  readonly runSize?: number;
  readonly piece?: PieceRow;
}

export interface InvoiceBuyer {
  readonly name: string;
  readonly email: string;
  readonly address: Address;
}

export interface InvoiceSeller {
  readonly shopName: string;
  readonly legalName: string;
  readonly legalForm: string;
  readonly registration: string;
  readonly vatNumber: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly timeZone: string;
}

/** Writes the invoice of a paid order, with all it says: what changes in the shop later does not change it. */
export async function issueInvoice(
  trx: Trx,
  { order, run, pieces, buyer }: { order: OrderRow; run: RunOnShow; pieces: readonly PieceRow[]; buyer: Member },
): Promise<string> {
  const settings = await readSettings(trx);
  const { year, number } = await takeInvoiceNumber(trx, settings.time_zone);
  const name = `FR-${year}-${String(number).padStart(5, '0')}`;
  const lines: InvoiceLine[] = [
    ...pieces.map((piece) => ({
      kind: 'piece' as const,
      cents: run.piece_price_cents,
      title: run.title,
      runSize: run.size,
      piece,
    })),
    ...(order.shipping_cents > 0 ? [{ kind: 'shipping' as const, cents: order.shipping_cents }] : []),
  ];
  const totalCents = order.pieces_cents + order.shipping_cents;
  const seller: InvoiceSeller = {
    shopName: settings.shop_name,
    legalName: settings.legal_name,
    legalForm: settings.legal_form,
    registration: settings.registration,
    vatNumber: settings.vat_number,
    street: settings.street,
    postalCode: settings.postal_code,
    city: settings.city,
    country: settings.country,
    email: settings.email,
    timeZone: settings.time_zone,
  };
  const address = order.address as Address;
  await insertInvoice(trx, {
    number: name,
    order_id: order.id,
    locale: buyer.locale,
    lines: JSON.stringify(lines),
    vat_rate_bp: run.vat_rate_bp,
    net_cents: totalCents - order.vat_cents,
    vat_cents: order.vat_cents,
    total_cents: totalCents,
    buyer: JSON.stringify({ name: buyer.name, email: buyer.email, address } satisfies InvoiceBuyer),
    seller: JSON.stringify(seller),
  });
  return name;
}
