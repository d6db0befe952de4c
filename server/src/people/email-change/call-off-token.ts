import type { Config } from '../../config.ts';
import { idOfToken, signId } from '../../platform/crypto/signed-id.ts';

const PURPOSE = 'keep-email';

/** The page whose button calls a change off. Two mails and a sign-in may lead there, so the link is signed, not kept. */
export function keepEmailPage(
  config: Pick<Config, 'secret' | 'appUrl'>,
  change: { readonly id: string },
  locale: 'fr' | 'en',
): string {
  return `${config.appUrl}/${locale}/account/keep-email?token=${signId(config, PURPOSE, change.id)}`;
}

export function changeOfToken(config: Pick<Config, 'secret'>, token: string): string | null {
  return idOfToken(config, PURPOSE, token);
}
