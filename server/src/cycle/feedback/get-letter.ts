import type { Letter } from '@fraisier/shared/contracts/feedback.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { cardsOf } from '../submissions/cards.ts';
import { findDesignerOf, findLetter } from './feedback.sql.ts';
import { letterPdf } from './letter-pdf.ts';
import { readContent } from './mail-letters.job.ts';
import { approvedNotesOf } from './notes.sql.ts';
import { readShirt } from './read-shirt.ts';

/** The letter of one's own design. It is written with the close. */
export async function getLetter(deps: Deps, member: Member, designId: string): Promise<Letter> {
  const design = await findDesignerOf(deps.db, designId);
  if (!design) throw new Problem('not_found');
  if (design.designerId !== member.id) throw new Problem('not_owner');
  const letter = await findLetter(deps.db, designId);
  if (!letter) throw new Problem('letter_not_ready');
  const [cards, notes] = await Promise.all([
    cardsOf(deps.db, [designId], { withDesigner: true }),
    approvedNotesOf(deps.db, [designId]),
  ]);
  return {
    design: cards.get(designId)!,
    ...readContent(letter.content),
    notes: notes.get(designId) ?? [],
    writtenAt: letter.written_at.toISOString(),
  };
}

/** The same on paper, in the language asked for. */
export async function getLetterPdf(
  deps: Deps,
  member: Member,
  { designId, locale }: { designId: string; locale: 'fr' | 'en' },
): Promise<{ body: Buffer; fileName: string; bytes: number }> {
  const letter = await getLetter(deps, member, designId);
  const [shop, shirt] = await Promise.all([readSettings(deps.db), readShirt(deps, designId)]);
  const body = await letterPdf({
    letter,
    locale,
    shirt,
    shop: { name: shop.shop_name, city: shop.city, timeZone: shop.time_zone },
  });
  return { body, fileName: `${locale === 'fr' ? 'lettre' : 'letter'}-${letter.round}.pdf`, bytes: body.length };
}
