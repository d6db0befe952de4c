import { confirmSignIn } from '@fraisier/shared/contracts/people.ts';
import { useLocation } from 'react-router';
import { useLang, useText } from '../platform/i18n/use-text.ts';
import { useAct } from '../platform/query.ts';
import { Button, ButtonLink } from '../platform/ui/button.tsx';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { RegisterMark } from '../platform/ui/icons.tsx';
import { Stack, Wrap } from '../platform/ui/layout.tsx';
import styles from './confirm-page.module.css';
import { safeNext } from './next.ts';

/** Where a mail's link leads: only the button uses the link up, for mail scanners open every link. */
export function Page() {
  const lang = useLang();
  const text = useText('entry').confirm;
  const query = new URLSearchParams(useLocation().search);
  const token = query.get('token') ?? '';
  const next = safeNext(query.get('next'), lang);
  const enter = useAct(confirmSignIn, { onDone: () => window.location.assign(next) });
  const isSpent = enter.error?.code === 'link_used' || token.length < 8;
  return (
    <Wrap className={styles.page}>
      <Stack gap={5}>
        <RegisterMark className={styles.mark} />
        <h1 className="d5">{isSpent ? text.used : text.title}</h1>
        {isSpent ? (
          <div>
            <ButtonLink to="/sign-in">{text.again}</ButtonLink>
          </div>
        ) : (
          <>
            <p className="lead">{text.lead}</p>
            <div>
              <Button
                wideOnPhone
                busy={enter.isPending || enter.isSuccess}
                onClick={() => enter.mutate({ body: { token } })}
              >
                {text.enter}
              </Button>
            </div>
            <ErrorNote error={enter.error} />
          </>
        )}
      </Stack>
    </Wrap>
  );
}
