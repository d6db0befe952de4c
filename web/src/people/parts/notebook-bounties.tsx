import type { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { ButtonLink } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Section } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import type { Found } from '../found.ts';
import styles from './notebook.module.css';

/** Only for those who won something; first, for there is a thing to do. */
export function NotebookBounties({ found }: { found: Found<typeof listBounties> }) {
  const { notebook: text } = useText('account');
  const format = useFormat();
  const items = found.data?.items ?? [];
  if (items.length === 0 && !found.error) return null;
  return (
    <Section id="bounties" title={text.bounties.title}>
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      <ul className={styles.bounties}>
        {items.map((bounty) => {
          const asks = bounty.state === 'owed' && (!bounty.payee || !bounty.contract?.acceptedAt);
          return (
            <li key={bounty.id} className="field-of-ink" data-ink={bounty.round.slice(-2)}>
              <p className={`figure num ${styles.amount}`}>{format.money(bounty.net)}</p>
              <div>
                <p className="d3" lang="fr">
                  {bounty.title}
                </p>
                <p>
                  {asks
                    ? text.bounties.asks
                    : text.bounties.states[bounty.state](format.day(bounty.paidAt ?? bounty.dueAt))}
                </p>
              </div>
              {asks ? (
                <ButtonLink kind="ink" small to={`/bounties/${bounty.id}`}>
                  {text.bounties.act}
                </ButtonLink>
              ) : (
                <Link to={`/bounties/${bounty.id}`}>{text.bounties.see}</Link>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
