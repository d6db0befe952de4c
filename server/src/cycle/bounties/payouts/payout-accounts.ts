import { all, at, readXml, textAt } from '../../../platform/xml/read-xml.ts';

export interface PayoutAccounts {
  /** The shop's own. */
  readonly debtor: string;
  /** Of each transfer, by its reference. */
  readonly creditors: ReadonlyMap<string, string>;
}

/** The accounts in a bank file as it left: a bounty's account may be another one since. */
export async function readAccounts(xml: string): Promise<PayoutAccounts> {
  const root = await readXml(pieces(xml));
  const block = at(root, 'CstmrCdtTrfInitn', 'PmtInf');
  return {
    debtor: textAt(block, 'DbtrAcct', 'Id', 'IBAN') ?? '',
    creditors: new Map(
      all(block, 'CdtTrfTxInf').map((transfer) => [
        textAt(transfer, 'PmtId', 'EndToEndId') ?? '',
        textAt(transfer, 'CdtrAcct', 'Id', 'IBAN') ?? '',
      ]),
    ),
  };
}

async function* pieces(xml: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(xml);
}
