import { listNotes, moderateNote } from '@fraisier/shared/contracts/ballots-notes.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Empty } from '../../../../platform/ui/empty.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { KeyHint } from '../../../../platform/ui/key-hint.tsx';
import { Actions, Stack } from '../../../../platform/ui/layout.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { heldAct, hold, useHeldActs } from '../../../../platform/ui/ops/held-acts.ts';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { useKeys } from '../../../../platform/ui/ops/use-keys.ts';
import type { Pages } from '../../../../platform/ui/ops/use-pages.ts';
import { useQueue } from '../../../../platform/ui/ops/use-queue.ts';
import styles from './notes-desk.module.css';

type Note = ResponseOf<typeof listNotes>['items'][number];

/** Words of voters to designers, without who wrote them: passed on, or kept. */
export function NotesDesk({ items, pages }: { items: readonly Note[]; pages: Pages<Note> }) {
  const text = useText('ops-moderation');
  const client = useQueryClient();
  const failed = useHeldActs((state) => state.failed);
  const list = useRef<HTMLOListElement>(null);
  const queue = useQueue(items, null, () => {
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  });
  const decide = (note: Note | undefined, state: 'approved' | 'hidden') => {
    if (!note) return;
    const said = state === 'approved' ? text.approved : text.hidden;
    const about = { key: note.id, said, stale: [listNotes, getDesk] };
    hold(heldAct(client, moderateNote, { params: { note: note.id }, body: { state } }, about));
    queue.passOn();
  };
  useKeys({
    a: () => decide(queue.current, 'approved'),
    r: () => decide(queue.current, 'hidden'),
    ...queue.keys,
  });
  if (queue.items.length === 0) {
    return (
      <>
        <Empty title={text.empty.notes}>
          <p className="muted">{text.empty.notesHint}</p>
        </Empty>
        <MoreButton pages={pages} />
      </>
    );
  }
  return (
    <Stack gap={4}>
      <p className="muted">{text.anonymous}</p>
      <ol ref={list} className={styles.list}>
        {queue.items.map((note) => {
          const isCurrent = note.id === queue.current?.id;
          return (
            <li key={note.id} tabIndex={-1} aria-current={isCurrent || undefined} className={styles.note}>
              <blockquote className={`lead ${styles.words}`}>{note.body}</blockquote>
              <PlainLink to={`/designs/${note.design}`} className="small">
                {text.noteFor(note.title)}
              </PlainLink>
              {failed[note.id] && <ErrorNote error={failed[note.id]} />}
              <Actions>
                <Button kind="line" small onClick={() => decide(note, 'approved')}>
                  {text.approve} {isCurrent && <KeyHint>A</KeyHint>}
                </Button>
                <Button kind="line" small onClick={() => decide(note, 'hidden')}>
                  {text.hide} {isCurrent && <KeyHint>R</KeyHint>}
                </Button>
              </Actions>
            </li>
          );
        })}
      </ol>
      <MoreButton pages={pages} />
    </Stack>
  );
}
