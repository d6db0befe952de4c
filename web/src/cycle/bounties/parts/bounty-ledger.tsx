import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { reasonText } from '@fraisier/shared/cycle/bank-reasons.ts';
import type { Lang } from '../../../platform/i18n/language.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Table, Td, Th } from '../../../platform/ui/table.tsx';
import styles from './bounty-ledger.module.css';
import { Step } from './step.tsx';

/** What happened, with its days; then the same in the shop's books. */
export function BountyLedger({ bounty }: { bounty: Bounty }) {
  const text = useText('bounty');
  const lang = useLang();
  const format = useFormat();
  return (
    <>
      <Step title={text.history.title}>
        <ol className={styles.history}>
          {eventsOf(bounty, text.history, lang).map(({ at, what }) => (
            <li key={`${at} ${what}`}>
              <time dateTime={at} className="small muted num">
                {format.day(at, { year: true })}
              </time>
              <span>{what}</span>
            </li>
          ))}
        </ol>
      </Step>
      {bounty.ledger.length > 0 && (
        <Step title={text.ledger.title}>
          <p className="muted">{text.ledger.lead}</p>
          <Table label={text.ledger.table} tight>
            <thead>
              <tr>
                <Th>{text.ledger.when}</Th>
                <Th>{text.ledger.what}</Th>
                <Th numeric>{text.ledger.amount}</Th>
              </tr>
            </thead>
            <tbody>
              {bounty.ledger.map((line) => (
                <tr key={line.cause}>
                  <Td className="nowrap">{format.day(line.bookedAt)}</Td>
                  <Td>{causeText(line, text.ledger.causes)}</Td>
                  <Td numeric className="nowrap">
                    {format.moneyExact(line.amount)}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Step>
      )}
    </>
  );
}

type Words = ReturnType<typeof useText<'bounty'>>;

function eventsOf(bounty: Bounty, text: Words['history'], lang: Lang): { at: string; what: string }[] {
  const events: { at: string | null | undefined; what: string }[] = [
    { at: bounty.owedAt, what: text.owed },
    { at: bounty.payee?.givenAt, what: text.payee },
    { at: bounty.contract?.acceptedAt, what: text.contract },
    ...bounty.payments
      .filter((payment) => payment.state === 'failed')
      .map((payment) => {
        const reason = reasonText(payment.reasonCode, payment.reason, lang);
        return { at: payment.settledAt, what: reason ? text.failed(reason) : text.failedBare };
      }),
    { at: bounty.paidAt, what: text.paid },
  ];
  return events
    .filter((event): event is { at: string; what: string } => typeof event.at === 'string')
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** The end of a cause says what was done: `bounty:…:owe`, `payment:…:paid`, `bounty:…:reprice:2`. */
function causeText(line: Bounty['ledger'][number], causes: Words['ledger']['causes']): string {
  const act = line.cause.split(':').findLast((part): part is keyof typeof causes => Object.hasOwn(causes, part));
  return act ? causes[act] : line.description;
}
