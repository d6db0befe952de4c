import { getMyMailTopics, putMyMailTopic } from '@fraisier/shared/contracts/mails.ts';
import { useText } from '../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../platform/query.ts';
import { Checkbox } from '../../platform/ui/checkbox.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { toast } from '../../platform/ui/toast.tsx';
import { AccountPart } from './account-part.tsx';

/** The mails that one can do without, each on or off at once. */
export function MailTopics() {
  const text = useText('mail-topics');
  const mine = useCall(getMyMailTopics);
  const put = useAct(putMyMailTopic, {
    invalidates: [getMyMailTopics],
  });
  const asked = put.isPending ? put.variables.body : null;
  return (
    <AccountPart title={text.title} id="mail">
      <p className="muted">{text.lead}</p>
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
