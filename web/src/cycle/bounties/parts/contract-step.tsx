import { acceptContract, type Bounty, getBounty } from '@fraisier/shared/contracts/bounties.ts';
import { getContractFile } from '@fraisier/shared/contracts/bounties-papers.ts';
import { type FormEvent, useRef, useState } from 'react';
import { addressOf } from '../../../platform/api.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useAct } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/checkbox.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../platform/ui/focus-first-error.ts';
import { OutLink } from '../../../platform/ui/link.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import styles from './contract-step.module.css';
import { ContractTerms } from './contract-terms.tsx';
import { Step } from './step.tsx';

export interface ContractStepProps {
  readonly bounty: Bounty;
  readonly isOwn: boolean;
  /** The text on the page is not the one that stands now. */
  readonly onStale: () => void;
}

/** The contract, to be read here and accepted by the hash of what was read. */
export function ContractStep({ bounty, isOwn, onStale }: ContractStepProps) {
  const text = useText('bounty').contract;
  const format = useFormat();
  const { contract } = bounty;
  return (
    <Step title={text.title} number={2}>
      <p className="muted prose">{contract ? text.lead : text.locked}</p>
      {contract && (
        <>
          {contract.terms && <ContractTerms terms={contract.terms} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard. */}
          <section className={`${styles.text} white-paper`} aria-label={text.region} tabIndex={0} lang="fr">
            {contract.text}
          </section>
          <p className={`${styles.hash} small muted`}>
            {text.hash} <span className="num">{contract.sha256}</span>
          </p>
          <p>
            <OutLink href={addressOf(getContractFile, { params: { bounty: bounty.id } })} download>
              {text.file}
            </OutLink>
          </p>
          {contract.acceptedAt ? (
            <Note tone="ok" title={text.accepted(format.stamp(contract.acceptedAt))}>
              {contract.until && text.last(format.day(contract.until, { year: true }))}
            </Note>
          ) : (
            isOwn && <Accept key={contract.sha256} bounty={bounty.id} sha256={contract.sha256} onStale={onStale} />
          )}
        </>
      )}
    </Step>
  );
}

function Accept({ bounty, sha256, onStale }: { bounty: string; sha256: string; onStale: () => void }) {
  const text = useText('bounty').contract;
  const [isRead, setRead] = useState(false);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const accept = useAct(acceptContract, { invalidates: [getBounty], onDone: () => toast(text.done) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isRead) return focusFirstError(form.current);
    accept.mutate(
      { params: { bounty }, body: { sha256 } },
      {
        onError: (error) => {
          if (error.code === 'contract_changed') {
            toast(text.changed, 'warn');
            onStale();
          }
        },
      },
    );
  };
  return (
    <form ref={form} className={styles.accept} onSubmit={submit} noValidate>
      <Checkbox
        large
        checked={isRead}
        onChange={(event) => setRead(event.target.checked)}
        error={tried && !isRead ? text.readError : undefined}
      >
        {text.read}
      </Checkbox>
      <ErrorNote error={accept.error} />
      <div>
        <Button type="submit" wideOnPhone busy={accept.isPending}>
          {text.accept}
        </Button>
      </div>
    </form>
  );
}
