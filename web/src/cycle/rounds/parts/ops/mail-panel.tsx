import type { getDesk } from '@fraisier/shared/contracts/shop.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Link } from '../../../../platform/ui/link.tsx';
import { Checklist, Panel } from '../../../../platform/ui/ops/panel.tsx';
import styles from './today.module.css';

/** What people wrote and what the shop has not sent yet. */
export function MailPanel({ desk }: { desk: ResponseOf<typeof getDesk> }) {
  const text = useText('ops-today').mail;
  return (
    <Panel title={text.title}>
      <Checklist
        items={[
          { state: desk.messagesToAnswer > 0 ? 'waiting' : 'ok', text: text.messages(desk.messagesToAnswer) },
          { state: desk.mailsUnsent > 0 ? 'waiting' : 'ok', text: text.unsent(desk.mailsUnsent) },
        ]}
      />
      <p className={styles.foot}>
        <Link to="/ops/messages">{text.open}</Link>
      </p>
    </Panel>
  );
}
