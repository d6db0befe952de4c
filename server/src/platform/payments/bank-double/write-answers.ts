import { part, partWith, writeXml, type XmlPart } from '../../xml/write-xml.ts';
import type { BankOrder, OrderedTransfer } from './read-order.ts';

/** The messages that a bank sends, as banks write them. */

export interface Said {
  /** The bank's own, of the message. */
  readonly messageId: string;
  /** `2026-12-02T09:30:00+01:00`. */
  readonly at: string;
}

export interface TransferStatus {
  readonly transfer: OrderedTransfer;
  readonly status: string;
  readonly reason?: string;
  readonly words?: string;
}

type StatusVersion = '03' | '10';

/** A status report: of the whole file, and of single transfers where they differ. */
export function writeStatus(
  said: Said,
  order: Pick<BankOrder, 'messageId' | 'paymentInformationId' | 'debtor' | 'transfers'>,
  group: { readonly status: string; readonly reason?: string } | null,
  transfers: readonly TransferStatus[],
  version: StatusVersion = '10',
): string {
  const total = order.transfers.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return writeXml(
    partWith(
      'Document',
      { xmlns: `urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}` },
      part(
        'CstmrPmtStsRpt',
        part('GrpHdr', part('MsgId', said.messageId), part('CreDtTm', said.at)),
        part(
          'OrgnlGrpInfAndSts',
          part('OrgnlMsgId', order.messageId),
          part('OrgnlMsgNmId', 'pain.001.001.09'),
          part('OrgnlNbOfTxs', String(order.transfers.length)),
          part('OrgnlCtrlSum', euros(total)),
          group && part('GrpSts', group.status),
          group?.reason ? reasonOf('StsRsnInf', group.reason) : null,
        ),
        transfers.length === 0
          ? null
          : part(
              'OrgnlPmtInfAndSts',
              part('OrgnlPmtInfId', order.paymentInformationId),
              ...transfers.map(({ transfer, status, reason, words }) =>
                part(
                  'TxInfAndSts',
                  part('OrgnlEndToEndId', transfer.endToEndId),
                  part('TxSts', status),
                  reason ? reasonOf('StsRsnInf', reason, words) : null,
                  part(
                    'OrgnlTxRef',
                    part('Amt', partWith('InstdAmt', { Ccy: 'EUR' }, euros(transfer.amountCents))),
                    part('DbtrAcct', part('Id', part('IBAN', order.debtor))),
                    part('CdtrAcct', part('Id', part('IBAN', transfer.iban))),
                  ),
                ),
              ),
            ),
      ),
    ),
  );
}

export interface Entry {
  /** Money that leaves, or that comes back of it. */
  readonly direction: 'DBIT' | 'CRDT';
  readonly reference: string;
  readonly bookedOn: string;
  readonly amountCents: number;
  /** Null of a movement that is no transfer of ours. */
  readonly endToEndId: string | null;
  readonly iban: string | null;
  readonly name: string;
  readonly messageId: string | null;
  readonly reason?: string;
  readonly status?: 'BOOK' | 'PDNG';
}

type EntryVersion = '02' | '08';

/** What happened on an account: a notification (camt.054) or a statement (camt.053). */
export function writeEntries(
  kind: 'camt.053' | 'camt.054',
  said: Said,
  account: string,
  entries: readonly Entry[],
  version: EntryVersion = '08',
): string {
  const [message, report] = kind === 'camt.053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  return writeXml(
    partWith(
      'Document',
      { xmlns: `urn:iso:std:iso:20022:tech:xsd:${kind}.001.${version}` },
      part(
        message,
        part('GrpHdr', part('MsgId', said.messageId), part('CreDtTm', said.at)),
        part(
          report,
          part('Id', `${said.messageId}-1`),
          part('CreDtTm', said.at),
          part('Acct', part('Id', part('IBAN', account))),
          ...entries.map((entry) => entryOf(entry, version)),
        ),
      ),
    ),
  );
}

function entryOf(entry: Entry, version: EntryVersion): XmlPart {
  const status = entry.status ?? 'BOOK';
  const amount = partWith('Amt', { Ccy: 'EUR' }, euros(entry.amountCents));
  return part(
    'Ntry',
    part('NtryRef', entry.reference.slice(0, 16)),
    amount,
    part('CdtDbtInd', entry.direction),
    part('Sts', version === '02' ? status : part('Cd', status)),
    part('BookgDt', part('Dt', entry.bookedOn)),
    part('AcctSvcrRef', entry.reference),
    part(
      'NtryDtls',
      part(
        'TxDtls',
        part(
          'Refs',
          entry.messageId && part('MsgId', entry.messageId),
          part('AcctSvcrRef', entry.reference),
          part('EndToEndId', entry.endToEndId ?? 'NOTPROVIDED'),
        ),
        version === '02' ? part('AmtDtls', part('TxAmt', amount)) : amount,
        part('CdtDbtInd', entry.direction),
        part(
          'RltdPties',
          part('Cdtr', version === '02' ? part('Nm', entry.name) : part('Pty', part('Nm', entry.name))),
          entry.iban && part('CdtrAcct', part('Id', part('IBAN', entry.iban))),
        ),
        entry.reason ? part('RtrInf', part('Rsn', part('Cd', entry.reason))) : null,
      ),
    ),
  );
}

function reasonOf(tag: string, code: string, words?: string): XmlPart {
  return part(tag, part('Rsn', part('Cd', code)), words ? part('AddtlInf', words) : null);
}

function euros(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
