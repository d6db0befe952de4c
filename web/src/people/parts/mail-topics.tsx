import { getMyMailTopics, putMyMailTopic } from '@fraisier/shared/contracts/mails.ts';
import type { Me } from '@fraisier/shared/contracts/people.ts';
import { useText } from '../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../platform/query.ts';
import { Checkbox } from '../../platform/ui/checkbox.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { toast } from '../../platform/ui/toast.tsx';
import { AccountPart } from './account-part.tsx';
import { MailLocale } from './mail-locale.tsx';

/** In which language mails come, and which one can do without: each choice is kept at once. */
export function MailTopics({ me }: { me: Me }) {
  const text = useText('mail-topics');
  const mine = useCall(getMyMailTopics);
  const put = useAct(putMyMailTopic, {
    invalidates: [getMyMailTopics],
  });
  const asked = put.isPending ? put.variables.body : null;
  return (
    <AccountPart title={text.title} id="mail">
      <MailLocale me={me} />
      <p className="muted prose">{text.lead}</p>
      {mine.isPending && <Loading />}
      <ErrorNote error={mine.error} onRetry={() => void mine.refetch()} />
      <Stack gap={4}>
        {mine.data?.topics.map(({ topic, wanted }) => (
          <Checkbox
            key={topic}
            checked={asked?.topic === topic ? asked.wanted : wanted}
            hint={text.topics[topic].text}
            onChange={(event) => {
              const next = event.target.checked;
              put.mutate(
                { body: { topic, wanted: next } },
                { onSuccess: () => toast(next ? text.saved.on : text.saved.off) },
              );
            }}
          >
            {text.topics[topic].name}
          </Checkbox>
        ))}
      </Stack>
      <ErrorNote error={put.error} />
    </AccountPart>
  );
}
