import { listContactMessages } from '@fraisier/shared/contracts/contact.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { useText } from '../platform/i18n/use-text.ts';
import { useCall } from '../platform/query.ts';
import { Empty } from '../platform/ui/empty.tsx';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { Stack } from '../platform/ui/layout.tsx';
import { Link } from '../platform/ui/link.tsx';
import { Loading } from '../platform/ui/loading.tsx';
import { MoreButton } from '../platform/ui/ops/more-button.tsx';
import { OpsShell } from '../platform/ui/ops/ops-shell.tsx';
import { usePages } from '../platform/ui/ops/use-pages.ts';
import { MessageCard } from './parts/ops/message-card.tsx';
import styles from './parts/ops/messages.module.css';

/** What people wrote to the shop, those without an answer first. */
export function Page() {
  const text = useText('ops-records').messages;
  const desk = useCall(getDesk).data;
  const pages = usePages(listContactMessages, {});
  const messages = pages.items ?? [];
  const ordered = [
    ...messages.filter((message) => message.answeredAt === null).toReversed(),
    ...messages.filter((message) => message.answeredAt !== null),
  ];
  return (
    <OpsShell
      title={text.title}
      subtitle={desk && pages.items?.length !== 0 && text.subtitle(desk.messagesToAnswer)}
      aside={text.promise}
    >
      <Stack gap={5}>
        {!pages.items && (pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />)}
        {pages.items?.length === 0 && (
          <Empty title={text.empty}>
            <p className="muted">{text.emptyHint}</p>
            <Link to="/contact">{text.page}</Link>
          </Empty>
        )}
        {ordered.length > 0 && (
          <ul className={styles.list}>
            {ordered.map((message) => (
              <MessageCard key={message.id} message={message} />
            ))}
          </ul>
        )}
        <MoreButton pages={pages} />
      </Stack>
    </OpsShell>
  );
}
