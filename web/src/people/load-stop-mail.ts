import { getMailPreference } from '@fraisier/shared/contracts/mails.ts';
import { ApiProblem } from '../platform/api.ts';
import type { LoaderContext } from '../platform/app/route.ts';

/** Reading only: the link of a mail is opened by programs before its reader opens it. A dead link has a page as well. */
export async function loadStopMail({ get, params }: LoaderContext): Promise<void> {
  await get(getMailPreference, { params: { token: params.token! } }).catch((error: unknown) => {
    if (!(error instanceof ApiProblem && (error.status === 404 || error.status === 400))) throw error;
  });
}
