import { forgetKept, type Shelf } from '../../platform/device.ts';

/** Where the answers of a member in a round wait on this device: for each member apart, phones are lent. */
export function answersKey(member: string, round: string): string {
  return `fraisier.ballot.${member}.${round}`;
}

/** All answers of a member that wait, whatever their round; those of others on this device stay. */
export function forgetAnswers(storage: Shelf | null, member: string): void {
  forgetKept(storage, answersKey(member, ''));
}
