import { forgetKept, type Shelf } from '../../platform/device.ts';

export const choicesKey = (run: string) => `fraisier.choices.${run}`;

/** What was chosen of every run: labels are words of a person. */
export function forgetChoices(device: Shelf | null): void {
  forgetKept(device, choicesKey(''));
}
