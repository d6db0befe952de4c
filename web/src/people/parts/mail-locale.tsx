import { getMe, type Me, updateMe } from '@fraisier/shared/contracts/people.ts';
import { useText } from '../../platform/i18n/use-text.ts';
import { useAct } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Segments } from '../../platform/ui/segments.tsx';
import { toast } from '../../platform/ui/toast.tsx';

/** The language of mails, kept at once; that of the pages is another matter. */
export function MailLocale({ me }: { me: Me }) {
  const text = useText('mail-topics');
  const { saved } = useText('profile');
  const put = useAct(updateMe, { invalidates: [getMe], onDone: () => toast(saved) });
  const asked = put.isPending ? put.variables.body?.locale : undefined;
  return (
    <Stack gap={2}>
      <Segments
        label={text.locale}
        value={asked ?? me.locale}
        onChange={(locale) => put.mutate({ body: { locale } })}
        options={(['fr', 'en'] as const).map((value) => ({ value, label: text.locales[value] }))}
      />
      <p className="small muted">{text.localeHint}</p>
      <ErrorNote error={put.error} />
    </Stack>
  );
}
