import { listSecretReadings } from '@fraisier/shared/contracts/bounties-secrets.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { usePages } from '../../../../platform/ui/ops/use-pages.ts';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';

/** Who opened which secret, when and what for. */
export function ReadingsPanel() {
  const text = useText('ops-ledger').readings;
  const { subjects } = useText('ops-ledger').check;
  const format = useFormat();
  const pages = usePages(listSecretReadings, {});
  const fields: Partial<Record<string, string>> = text.fields;
  const purposes: Partial<Record<string, string>> = text.purposes;
  const why = (purpose: string) => {
    const file = /^payout (.+)$/.exec(purpose)?.[1];
    return file ? text.payout(file) : (purposes[purpose] ?? purpose);
  };
  return (
    <Panel title={text.title}>
      <p className="muted prose">{text.lead}</p>
      {pages.items?.length === 0 && <p>{text.empty}</p>}
      {pages.items && pages.items.length > 0 && (
        <Table label={text.table} tight>
          <thead>
            <tr>
              <Th>{text.when}</Th>
              <Th>{text.who}</Th>
              <Th>{text.what}</Th>
              <Th>{text.why}</Th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map((one) => (
              <tr key={one.id}>
                <Td className="nowrap num">{format.stamp(one.readAt)}</Td>
                <Td className="nowrap">{one.readBy ?? text.shop}</Td>
                <Td>
                  {[
                    fields[one.field] ?? one.field,
                    one.name &&
                      (one.subjectType === 'payout' ? one.name : `${subjects.round.toLowerCase()} ${one.name}`),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </Td>
                <Td>{why(one.purpose)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <MoreButton pages={pages} />
    </Panel>
  );
}
