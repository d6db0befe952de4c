import type { ApiProblem } from '../../platform/api.ts';
import { Button, ButtonLink } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Actions } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { LinkSheet } from './link-sheet.tsx';

export interface KeepSheetProps {
  readonly text: {
    readonly title: string;
    readonly lead: string;
    /** A second paragraph, before the button. */
    readonly text?: string;
    readonly keep: string;
    readonly done: string;
    readonly decided: string;
    readonly decidedText: string;
    readonly wrong: string;
    readonly signIn: string;
    readonly write: string;
  };
  /** Whether the link of the mail is all there. */
  readonly isWhole: boolean;
  /** What is said once it is kept. */
  readonly done: string | undefined;
  /** The problem that means that the link has nothing to call off any more. */
  readonly decidedCode: ApiProblem['code'];
  readonly error: ApiProblem | null;
  readonly busy: boolean;
  readonly onKeep: () => void;
}

/** Keeps what somebody asked to change, with the link of a mail: only the button acts, for scanners open every link. */
export function KeepSheet({ text, isWhole, done, decidedCode, error, busy, onKeep }: KeepSheetProps) {
  if (done !== undefined) {
    return (
      <LinkSheet title={text.done} state="printed">
        <p className="lead" role="status">
          {done}
        </p>
        <Actions>
          <ButtonLink to="/sign-in">{text.signIn}</ButtonLink>
          <Link to="/contact">{text.write}</Link>
        </Actions>
      </LinkSheet>
    );
  }
  const isDecided = error?.code === decidedCode;
  if (isDecided || !isWhole || error?.code === 'not_found') {
    return (
      <LinkSheet title={isDecided ? text.decided : text.title} state="missed">
        <p className="lead" role="status">
          {isDecided ? text.decidedText : text.wrong}
        </p>
        <p>
          <Link to="/contact">{text.write}</Link>
        </p>
      </LinkSheet>
    );
  }
  return (
    <LinkSheet title={text.title} state="apart">
      <p className="lead">{text.lead}</p>
      {text.text && <p className="prose">{text.text}</p>}
      <div>
        <Button wideOnPhone busy={busy} onClick={onKeep}>
          {text.keep}
        </Button>
      </div>
      <ErrorNote error={error} />
    </LinkSheet>
  );
}
