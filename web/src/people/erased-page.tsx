import { useEffect, useRef } from 'react';
import { useText } from '../platform/i18n/use-text.ts';
import { ButtonLink } from '../platform/ui/button.tsx';
import { Actions } from '../platform/ui/layout.tsx';
import { Link } from '../platform/ui/link.tsx';
import { LinkSheet } from './parts/link-sheet.tsx';

/** Where one stands after erasing one's account. */
export function Page() {
  const text = useText('erase').done;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <LinkSheet title={text.title} titleRef={title} state="blank">
      <p className="lead">{text.lead}</p>
      <p>{text.thanks}</p>
      <Actions>
        <ButtonLink to="/" kind="ink">
          {text.home}
        </ButtonLink>
        <Link to="/pages/privacy">{text.privacy}</Link>
      </Actions>
    </LinkSheet>
  );
}
