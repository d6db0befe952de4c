import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { useState } from 'react';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { cutName } from '../../runs/run-words.ts';
import { ShirtForm } from './shirt-form.tsx';
import { Step } from './step.tsx';

export interface ShirtPartProps {
  readonly bounty: Bounty;
  readonly shirt: NonNullable<Bounty['shirt']>;
  readonly isOwn: boolean;
  readonly run: string | undefined;
}

/** Piece number 1: its size and cut, and until when they may change. No contract freezes them, only the press. */
export function ShirtPart({ bounty, shirt, isOwn, run }: ShirtPartProps) {
  const {
    shirt: text,
    payee: { write },
  } = useText('bounty');
  const format = useFormat();
  const lang = useLang();
  const [isChanging, setChanging] = useState(false);
  const { size, cut, printingSince } = shirt;
  return (
    <Step title={text.title}>
      {size && cut ? (
        <p className="d3">{`${size}, ${cutName(cut, lang).toLowerCase()}`}</p>
      ) : (
        <Note tone="warn">{text.missing}</Note>
      )}
      <p className="muted prose">
        {printingSince ? text.printing(format.day(printingSince, { year: true })) : text.until}
      </p>
      {isOwn && printingSince && (
        <p>
          <Link to="/contact">{write}</Link>
        </p>
      )}
      {isOwn && !printingSince && !isChanging && (
        <div>
          <Button kind="line" small onClick={() => setChanging(true)}>
            {size ? text.change : text.choose}
          </Button>
        </div>
      )}
      {isOwn && !printingSince && isChanging && (
        <ShirtForm bounty={bounty.id} shirt={shirt} run={run} onDone={() => setChanging(false)} />
      )}
    </Step>
  );
}
