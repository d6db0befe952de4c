import type { Design } from '@fraisier/shared/contracts/submissions.ts';

/**
 * The design was admitted, then went to a round that prints otherwise, and waits there again. Nothing else takes a design
 * out of a round and leaves the admission of its file as the last word.
 */
export function isCheckedAnew({ state, own }: Pick<Design, 'state' | 'own'>): boolean {
  return own?.decision?.kind === 'admission' && (state === 'checking' || state === 'checked');
}
