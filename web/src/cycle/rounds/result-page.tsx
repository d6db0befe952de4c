import { getRound, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getResult, type RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import { useParams } from 'wouter';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { Wrap } from '../../platform/ui/layout.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { BothCounts } from './parts/both-counts.tsx';
import { Exposure, PassedOver } from './parts/result-honesty.tsx';
import { ResultMethod } from './parts/result-method.tsx';
import { ResultNotes } from './parts/result-notes.tsx';
import { ResultTable } from './parts/result-table.tsx';
import { ResultTotals } from './parts/result-totals.tsx';
import { ResultWaiting } from './parts/result-waiting.tsx';
import { WhoVoted } from './parts/who-voted.tsx';
import { Winner } from './parts/winner.tsx';
import styles from './result-page.module.css';
import { monthYear } from './round-words.ts';

/** Who won, how surely, how it was counted: all that is needed to count it again. */
export function Page() {
  const { round: slug = '' } = useParams();
  const found = useCall(getRound, { params: { round: slug } });
  if (!found.data) {
    return <Awaiting found={found} frames={1} />;
  }
  return isCounted(found.data.phase) ? <Counted round={found.data} /> : <ResultWaiting round={found.data} />;
}

function Counted({ round }: { round: Round }) {
  const found = useCall(getResult, { params: { round: round.slug } });
  if (!found.data) {
    return <Awaiting found={found} frames={1} />;
  }
  const result = found.data;
  return (
    <div className={styles.page} data-ink={monthCode(round.month)}>
      {result.winners.length !== 1 && <Several round={round} result={result} />}
      {result.winners.map((winner, index) => (
        <Winner key={winner.design} round={round} result={result} winner={winner} nth={index} />
      ))}
      <ResultNotes round={round} result={result} />
      <ResultTotals result={result} />
      <ResultTable result={result} />
      <BothCounts result={result} />
      <WhoVoted result={result} />
      <PassedOver result={result} />
      <Exposure result={result} />
      <ResultMethod round={round} result={result} />
    </div>
  );
}

/** No winner, or more than one: said before anything else. */
function Several({ round, result }: { round: Round; result: RoundResult }) {
  const text = useText('result');
  const format = useFormat();
  const none = result.winners.length === 0;
  return (
    <Wrap className={styles.several}>
      <p className="muted">{text.title(monthYear(round.slug, format))}</p>
      <h1 className="d5">{none ? text.nobody : text.several(result.winners.length)}</h1>
      <p className="lead">{none ? text.nobodyText : text.severalText}</p>
    </Wrap>
  );
}
