import type { LedgerCheck, LedgerFinding } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';

/** What differs: which rule, where, what it should be and what it is. */
export function FindingsTable({ check }: { check: LedgerCheck }) {
  const text = useText('ops-ledger').check;
  const value = useValue();
  const codes: Partial<Record<string, string>> = text.codes;
  return (
    <Table label={text.table} tight>
      <thead>
        <tr>
          <Th>{text.rule}</Th>
          <Th>{text.where}</Th>
          <Th numeric>{text.expected}</Th>
          <Th numeric>{text.found}</Th>
        </tr>
      </thead>
      <tbody>
        {check.findings.map((finding, nth) => (
          <tr key={String(nth)}>
            <Td>{[codes[finding.code] ?? finding.code, finding.account].filter(Boolean).join(', ')}</Td>
            <Td>
              <Where finding={finding} />
            </Td>
            <Td numeric className="nowrap">
              {value(finding.expected)}
            </Td>
            <Td numeric className="nowrap">
              {value(finding.found)}
            </Td>
          </tr>
        ))}
        {check.findingsCount > check.findings.length && (
          <tr>
            <Td colSpan={4}>{text.more(check.findingsCount - check.findings.length)}</Td>
          </tr>
        )}
      </tbody>
    </Table>
  );
}

function Where({ finding: { subject, subjectType, name } }: { finding: LedgerFinding }) {
  const { subjects } = useText('ops-ledger').check;
  if (subjectType === 'books') return subjects.books;
  const said = `${subjects[subjectType]} ${name ?? subject}`;
  if (subjectType === 'bounty') return <PlainLink to={`/bounties/${subject}`}>{said}</PlainLink>;
  if (subjectType === 'round' && name) return <PlainLink to={`/ops/rounds/${name}`}>{said}</PlainLink>;
  return said;
}

function useValue(): (value: LedgerFinding['expected']) => string {
  const { states } = useText('ops-ledger').check;
  const format = useFormat();
  return (value) => {
    if (value === null) return '';
    if (typeof value !== 'string') return format.moneyExact(value);
    return (states as Partial<Record<string, string>>)[value] ?? value;
  };
}
