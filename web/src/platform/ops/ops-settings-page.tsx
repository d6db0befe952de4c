import { getMe } from '@fraisier/shared/contracts/people.ts';
import { getSettings } from '@fraisier/shared/contracts/settings.ts';
import { useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { OpsShell } from '../ui/ops/ops-shell.tsx';
import { SettingsForm } from './settings-form.tsx';

/** The settings of the shop: administration changes them, the workshop reads them. */
export function Page() {
  const text = useText('ops-records').settings;
  const me = useCall(getMe).data;
  const settings = useCall(getSettings);
  return (
    <OpsShell title={text.title} subtitle={text.subtitle}>
      {settings.error && <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />}
      {!settings.data && !settings.error && <Loading />}
      {settings.data && <SettingsForm settings={settings.data} readOnly={me?.role !== 'admin'} />}
    </OpsShell>
  );
}
