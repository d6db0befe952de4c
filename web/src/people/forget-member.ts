import { forgetAnswers } from '../cycle/ballots/kept-answers.ts';
import { rememberSize } from '../cycle/ballots/remembered-size.ts';
import { forgetAttempts, tabStorage } from '../cycle/runs/attempt.ts';
import { forgetChoices } from '../cycle/runs/choices-key.ts';
import { forgetDrafts } from '../cycle/submissions/draft.ts';
import { deviceStorage, type Shelf } from '../platform/device.ts';

/**
 * Forgets what this device keeps of a member. What it keeps of anyone, a size and the pieces chosen, goes too: it may
 * be theirs. How the device is used (single keys, the theme) tells nothing of a person and stays.
 */
export function forgetMember(
  member: string,
  device: Shelf | null = deviceStorage(),
  tab: Shelf | null = tabStorage(),
): void {
  forgetDrafts(device, member);
  forgetAnswers(device, member);
  rememberSize(null, device);
  forgetChoices(device);
  forgetAttempts(tab);
}
