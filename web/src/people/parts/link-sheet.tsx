import type { ReactNode, Ref } from 'react';
import { OnPress } from '../../platform/app/plate.tsx';
import { Proof, type ProofState } from './proof.tsx';

export interface LinkSheetProps {
  readonly title: string;
  readonly state: ProofState;
  /** The title is what an act has just changed: it is read out. */
  readonly says?: boolean;
  /** For a title that takes the focus. */
  readonly titleRef?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** The page that a mail's link leads to: one thing to know, one button. */
export function LinkSheet({ title, state, says = false, titleRef, children }: LinkSheetProps) {
  return (
    <OnPress print={<Proof state={state} />}>
      <div role={says ? 'status' : undefined}>
        <h1 ref={titleRef} tabIndex={titleRef ? -1 : undefined} className="d5">
          {title}
        </h1>
      </div>
      {children}
    </OnPress>
  );
}
