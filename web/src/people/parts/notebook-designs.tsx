import type { listMyDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { monthYear } from '../../cycle/rounds/round-words.ts';
import { altOf } from '../../cycle/submissions/card-words.ts';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Flat } from '../../platform/ui/flat.tsx';
import { Section } from '../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../platform/ui/link.tsx';
import { Loading, LoadingFrame } from '../../platform/ui/loading.tsx';
import { Tag } from '../../platform/ui/tag.tsx';
import type { Found } from '../found.ts';
import styles from './notebook.module.css';
import { NotebookDrafts } from './notebook-drafts.tsx';

const tones = { checking: 'plain', checked: 'plain', admitted: 'ok', refused: 'bad', withdrawn: 'plain' } as const;

export function NotebookDesigns({ found, member }: { found: Found<typeof listMyDesigns>; member: string | undefined }) {
  const { notebook: text } = useText('account');
  const lang = useLang();
  const format = useFormat();
  const items = found.data?.items ?? [];
  return (
    <Section id="designs" title={text.designs.title}>
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {!found.data && !found.error && <Loading frames={4} />}
      {found.data && items.length === 0 && (
        <Empty title={text.designs.none}>
          <p className="muted">{text.designs.noneText}</p>
          <Link to="/rounds">{text.designs.noneLink}</Link>
        </Empty>
      )}
      <ul
        className={[styles.wall, items.length === 1 ? styles.one : items.length === 2 && styles.two]
          .filter(Boolean)
          .join(' ')}
      >
        {items.map((design) => (
          <li key={design.id}>
            <PlainLink to={`/designs/${design.id}`} className={styles.card}>
              {design.pictures.length > 0 ? (
                <Flat
                  fabric={design.fabric}
                  pictures={design.pictures}
                  alt={altOf(design, lang)}
                  sizes={items.length < 3 ? '(max-width: 56.25rem) 90vw, 620px' : '(max-width: 56.25rem) 45vw, 300px'}
                />
              ) : (
                <LoadingFrame />
              )}
              <span className={`d2 ${styles.name}`} lang="fr">
                {design.title}
              </span>
            </PlainLink>
            <p className={styles.facts}>
              <Tag tone={tones[design.state]}>{text.designs.states[design.state]}</Tag>
              <span className="small muted">{monthYear(design.round, format)}</span>
            </p>
            {design.roundPhase === 'decided' && design.state === 'admitted' && (
              <p className="small">
                <Link to={`/designs/${design.id}/letter`}>{text.designs.letter}</Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {member && <NotebookDrafts member={member} />}
    </Section>
  );
}
