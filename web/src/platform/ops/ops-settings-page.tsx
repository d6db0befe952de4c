import { getMe } from '@fraisier/shared/contracts/people.ts';
import { getSettings, getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Loading } from '../ui/loading.tsx';
import { Note } from '../ui/note.tsx';
import { OpsShell } from '../ui/ops/ops-shell.tsx';
import { imprintGaps } from './imprint-gaps.ts';
import { SettingsForm } from './settings-form.tsx';

/** The settings of the shop: administration changes them, the workshop reads them. */
export function Page() {
  const { settings: text, fields } = useText('ops-records');
  const format = useFormat();
  const me = useCall(getMe).data;
  const settings = useCall(getSettings);
  const shop = useCall(getShop).data;
  const gaps = shop ? imprintGaps(shop) : [];
  return (
    <OpsShell title={text.title} subtitle={text.subtitle}>
      {settings.error && <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />}
      {!settings.data && !settings.error && <Loading />}
      {gaps.length > 0 && (
        <Note tone="warn" title={text.gaps}>
          {text.gapsNamed(format.list(gaps.map((key) => fields[key])))}
        </Note>
      )}
      {settings.data && <SettingsForm settings={settings.data} readOnly={me?.role !== 'admin'} />}
    </OpsShell>
  );
}
