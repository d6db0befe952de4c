import { type Bounty, getBounty } from '@fraisier/shared/contracts/bounties.ts';
import { getDesign } from '@fraisier/shared/contracts/submissions.ts';
import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import { useParams } from 'wouter';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { Actions, Cell, Grid, Halves, Wrap } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { Note } from '../../platform/ui/note.tsx';
import { Steps } from '../../platform/ui/steps.tsx';
import { Tee } from '../../platform/ui/tee.tsx';
import { monthYear } from '../rounds/round-words.ts';
import { shirtSizes } from '../runs/shirt-sizes.ts';
import { altOf } from '../submissions/card-words.ts';
import { onShirt } from '../submissions/on-shirt.ts';
import styles from './bounty-page.module.css';
import { stepOf } from './bounty-standing.ts';
import { BountyLedger } from './parts/bounty-ledger.tsx';
import { Clock } from './parts/clock.tsx';
import { ContractStep } from './parts/contract-step.tsx';
import { MoneyTable } from './parts/money-table.tsx';
import { PayeeStep } from './parts/payee-step.tsx';
import { ShirtPart } from './parts/shirt-part.tsx';
import { TransferStep } from './parts/transfer-step.tsx';

/** The winner's page: what is owed, since when, and the three steps to have it. */
export function Page() {
  const { bounty: id = '' } = useParams();
  const bounty = useCall(getBounty, { params: { bounty: id } });
  if (bounty.data) return <BountySheet bounty={bounty.data} onStale={() => void bounty.refetch()} />;
  return <Awaiting found={bounty} frames={2} />;
}

function BountySheet({ bounty, onStale }: { bounty: Bounty; onStale: () => void }) {
  const text = useText('bounty');
  const format = useFormat();
  const lang = useLang();
  const design = useCall(getDesign, { params: { design: bounty.design } }).data;
  const isOwn = design?.own?.isOwner === true;
  const run = design?.runs[0];
  return (
    <div data-ink={monthCode(roundMonth(bounty.round).month)}>
      <Halves
        ground="ink"
        share="6/6"
        picture={
          design && (
            <Tee
              fabric={design.fabric}
              {...onShirt(design)}
              placeholder={design.placeholder}
              alt={altOf(design, lang)}
              sizes={shirtSizes}
              priority
            />
          )
        }
      >
        <header className={styles.head}>
          <p className="muted">{text.round(bounty.roundNumber, monthYear(bounty.round, format))}</p>
          <h1 className="d5">{text.heading(bounty.title)}</h1>
          <p className="lead">{text.sum(format.money(bounty.promised), bounty.promisedIsNet)}</p>
        </header>
        {design && !isOwn && <Note>{text.of(bounty.designer)}</Note>}
        <Clock bounty={bounty} />
        <Steps steps={text.steps} current={stepOf(bounty)} />
        <Actions>
          {run && <Link to={`/runs/${run}`}>{text.links.run}</Link>}
          <Link to={`/rounds/${bounty.round}/result`}>{text.links.result}</Link>
          <Link to="/pages/bounty">{text.links.rules}</Link>
        </Actions>
      </Halves>
      <Wrap className={styles.body}>
        <Grid>
          <Cell span={7} className={styles.column}>
            <PayeeStep bounty={bounty} isOwn={isOwn} run={run} />
            <ContractStep bounty={bounty} isOwn={isOwn} onStale={onStale} />
            <TransferStep bounty={bounty} />
            {bounty.payee && bounty.shirt && <ShirtPart bounty={bounty} shirt={bounty.shirt} isOwn={isOwn} run={run} />}
          </Cell>
          <Cell span={5} className={styles.column}>
            <MoneyTable bounty={bounty} />
            <BountyLedger bounty={bounty} />
          </Cell>
        </Grid>
      </Wrap>
    </div>
  );
}
