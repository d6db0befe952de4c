import { getEmailChange } from '@fraisier/shared/contracts/email-change.ts';
import { getMyMailTopics } from '@fraisier/shared/contracts/mails.ts';
import { getAddress } from '@fraisier/shared/contracts/people.ts';
import { listSessions } from '@fraisier/shared/contracts/sessions.ts';
import type { LoaderContext } from '../platform/app/route.ts';

export async function loadAccount({ get }: LoaderContext): Promise<void> {
  await Promise.all([get(getAddress), get(getMyMailTopics), get(listSessions), get(getEmailChange)]);
}
