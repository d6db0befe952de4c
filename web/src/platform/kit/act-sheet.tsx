import { useText } from '../i18n/use-text.ts';
import { Button, ButtonLink, ButtonOutLink } from '../ui/button.tsx';
import { ArrowIcon, DownloadIcon } from '../ui/icons.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Actions } from '../ui/layout.tsx';
import { Link, OutLink, PlainLink } from '../ui/link.tsx';
import styles from './act-sheet.module.css';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

const kinds = ['fraise', 'ink', 'line'] as const;

export function ActSheet({ number }: { number: number }) {
  const text = useText('kit');
  const { parts, state } = text;
  const rows = [
    ...kinds.map((kind) => ({ kind, small: false, name: text.rowOf[kind] })),
    { kind: 'line' as const, small: true, name: text.rowOf.small },
  ];
  return (
    <Sheet id="acts" number={number}>
      <Part title={parts.buttons} of="button.tsx">
        {rows.map(({ name, ...look }) => (
          <div key={name} className={styles.row}>
            <h4 className="strong">{name}</h4>
            <Shots size="s">
              <Shot state={state.rest}>
                <Button {...look}>{text.vote}</Button>
              </Shot>
              <Shot state={state.hover}>
                <Button {...look} className={styles[`${look.kind}Hovered`]}>
                  {text.vote}
                </Button>
              </Shot>
              <Shot state={state.focus}>
                <Button {...look} className={styles.focused}>
                  {text.vote}
                </Button>
              </Shot>
              <Shot state={state.busy}>
                <Button {...look} busy>
                  {text.counting}
                </Button>
              </Shot>
              <Shot state={state.share}>
                <Button {...look} busy={0.62}>
                  {text.sending}
                </Button>
              </Shot>
              <Shot state={state.off}>
                <Button {...look} disabledReason={text.voteClosed}>
                  {text.vote}
                </Button>
              </Shot>
            </Shots>
          </div>
        ))}
        <Actions>
          <Button kind="ink">
            {text.next}
            <ArrowIcon />
          </Button>
          <ButtonLink to="/kit">{text.vote}</ButtonLink>
          <ButtonOutLink kind="line" href="#acts">
            {text.outside}
            <DownloadIcon />
          </ButtonOutLink>
          <Button kind="line">{text.skip}</Button>
        </Actions>
      </Part>
      <Part title={parts.links} of="link.tsx" span={8}>
        <Shots size="s">
          <Shot state="Link">
            <Link to="/kit">{text.changeRating}</Link>
          </Shot>
          <Shot state="PlainLink">
            <PlainLink to="/kit">{text.inText}</PlainLink>
          </Shot>
          <Shot state="OutLink">
            <OutLink href="#acts">{text.outside}</OutLink>
          </Shot>
          <Shot state={state.focus}>
            <Link to="/kit" className={styles.focused}>
              {text.changeRating}
            </Link>
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.keys} of="key-hint.tsx" span={4}>
        <Actions>
          <KeyHint>1</KeyHint>
          <KeyHint>5</KeyHint>
          <KeyHint>Z</KeyHint>
          <KeyHint>
            <ArrowIcon />
            <span className="unseen">{text.next}</span>
          </KeyHint>
        </Actions>
      </Part>
    </Sheet>
  );
}
