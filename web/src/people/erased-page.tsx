import { useEffect, useRef } from 'react';
import { useText } from '../platform/i18n/use-text.ts';
import { ButtonLink } from '../platform/ui/button.tsx';
import { RegisterMark } from '../platform/ui/icons.tsx';
import { Stack, Wrap } from '../platform/ui/layout.tsx';
import { Link } from '../platform/ui/link.tsx';
import styles from './confirm-page.module.css';

/** Where one stands after erasing one's account. */
export function Page() {
  const text = useText('erase').done;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <Wrap className={styles.page}>
      <Stack gap={5}>
        <RegisterMark className={styles.mark} />
        <h1 ref={title} tabIndex={-1} className="d5">
          {text.title}
        </h1>
        <p className="lead">{text.lead}</p>
        <p>{text.thanks}</p>
        <div>
          <ButtonLink to="/" kind="ink">
            {text.home}
          </ButtonLink>
        </div>
        <p>
          <Link to="/pages/privacy">{text.privacy}</Link>
        </p>
      </Stack>
    </Wrap>
  );
}
