import type { Letter } from '@fraisier/shared/contracts/feedback.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { cardsOf } from '../submissions/cards.ts';
import { findDesignerOf, findLetter } from './feedback.sql.ts';
import type { LetterContent } from './write-letters.job.ts';

/** The letter of one's own design. It exists once the round is decided and the job has written it. */
export async function getLetter(deps: Deps, member: Member, designId: string): Promise<Letter> {
  const design = await findDesignerOf(deps.db, designId);
  if (!design) throw new Problem('not_found');
  if (design.designerId !== member.id) throw new Problem('not_owner');
  const letter = await findLetter(deps.db, designId);
  if (!letter) throw new Problem('letter_not_ready');
  const cards = await cardsOf(deps.db, [designId], { withDesigner: true });
  return {
    design: cards.get(designId)!,
    ...(letter.content as LetterContent),
    writtenAt: letter.written_at.toISOString(),
  };
}
