import { Readable } from 'node:stream';
import { getContractFile } from '../../cycle/bounties/papers/contract-file.ts';
import { getStatement } from '../../cycle/bounties/papers/statement-file.ts';
import { getLetterPdf } from '../../cycle/feedback/get-letter.ts';
import { getInvoice } from '../../cycle/orders/get-invoice.ts';
import type { Deps } from '../../deps.ts';
import { listOwnArtworks, listOwnPapers } from './kept-tables.sql.ts';
import type { Copy } from './pack-copy.ts';

export interface OpenedFile {
  readonly name: string;
  /** Pictures are packed as they are. */
  readonly packs: boolean;
  readonly open: () => Promise<Readable>;
}

/** The member's own files: what they handed in, as it came, and what the shop wrote to them on paper. */
export async function ownFiles(deps: Deps, { member, locale }: Copy): Promise<OpenedFile[]> {
  const [artworks, papers] = await Promise.all([
    listOwnArtworks(deps.db, member.id),
    listOwnPapers(deps.db, member.id),
  ]);
  // Of one's own only, whatever one's role.
  const me = { ...member, role: 'member' as const };
  const files: OpenedFile[] = [];
  const paper = (name: string, make: () => Promise<{ body: unknown }>) =>
    files.push({ name, packs: true, open: async () => Readable.from((await make()).body as Buffer) });

  for (const { id, key, format, title, round } of artworks) {
    const name = `designs/${round}-${plain(title)}-${id.slice(-8)}.${format}`;
    // A row whose file is gone is the sweep's business: the rest of the copy is still theirs.
    if (!(await deps.storage.exists(key))) continue;
    files.push({ name, packs: false, open: () => deps.storage.read(key) });
  }
  for (const { designId, round } of papers.letters) {
    const name = `letters/${round}-${designId.slice(-8)}.pdf`;
    paper(name, () => getLetterPdf(deps, me, { designId, locale }));
  }
  for (const { number, orderId } of papers.invoices) {
    paper(`invoices/${number}.pdf`, () => getInvoice(deps, me, orderId));
  }
  for (const { id, round, contract } of papers.bounties) {
    const name = `bounties/${round}-${id.slice(-8)}`;
    if (contract) paper(`${name}-contract.pdf`, () => getContractFile(deps, me, id));
    paper(`${name}-statement.pdf`, () => getStatement(deps, me, { bountyId: id, locale }));
  }
  return files;
}

/** Letters and digits that every file system takes. */
function plain(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return words || 'design';
}
