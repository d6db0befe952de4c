import { downloadLetter, type Letter } from '@fraisier/shared/contracts/feedback.ts';
import { addressOf } from '../../../platform/api.ts';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { ButtonLink, ButtonOutLink } from '../../../platform/ui/button.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import styles from './letter-actions.module.css';

/** What can be done from the letter; none of it is printed. */
export function LetterActions({ letter }: { letter: Letter }) {
  const text = useText('letter');
  const locale = useLang();
  return (
    <Actions className={styles.actions}>
      {letter.bounty ? (
        <ButtonLink to={`/bounties/${letter.bounty}`}>{text.toBounty}</ButtonLink>
      ) : (
        letter.next && <ButtonLink to={`/rounds/${letter.next.round}/submit`}>{text.toSubmit}</ButtonLink>
      )}
      <ButtonOutLink
        kind="line"
        href={addressOf(downloadLetter, { params: { design: letter.design.id }, query: { locale } })}
        download
      >
        {text.paper}
      </ButtonOutLink>
      <Link to={`/rounds/${letter.round}/result`}>{text.toResult}</Link>
    </Actions>
  );
}
