import { ButtonLink, ButtonOutLink } from '../../../platform/ui/button.tsx';
import { payPath } from '../pay-path.ts';

/** To the page where a held order is paid: our sandbox, or a bank's. */
export function PayButton({ url, children, small = false }: { url: string; children: string; small?: boolean }) {
  const path = payPath(url);
  const look = small ? { small, kind: 'ink' as const } : { wideOnPhone: true };
  return path ? (
    <ButtonLink to={path} {...look}>
      {children}
    </ButtonLink>
  ) : (
    <ButtonOutLink href={url} {...look}>
      {children}
    </ButtonOutLink>
  );
}
