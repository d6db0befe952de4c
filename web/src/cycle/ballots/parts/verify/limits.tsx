import { useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { CheckIcon, CrossIcon } from '../../../../platform/ui/icons.tsx';
import { Section } from '../../../../platform/ui/layout.tsx';
import { Link } from '../../../../platform/ui/link.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import styles from './limits.module.css';

/** What a passed check proves, and what nothing here does. */
export function Limits() {
  const { limits: text } = useText('verify');
  return (
    <Section title={text.title} className={styles.noPrint}>
      <div className={styles.limits}>
        <div className={styles.side}>
          <h3 className="d3">{text.proves}</h3>
          <ul>
            {text.provesList.map((one) => (
              <li key={one}>
                <CheckIcon />
                {one}
              </li>
            ))}
          </ul>
        </div>
        <div className={styles.side}>
          <h3 className="d3">{text.not}</h3>
          <ul>
            {text.notList.map((one) => (
              <li key={one}>
                <CrossIcon />
                {one}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <Link to="/pages/method">{text.method}</Link>
    </Section>
  );
}

/** For those who do not take our page's word. */
export function Elsewhere({ round }: { round: string }) {
  const { elsewhere: text } = useText('verify');
  const receipts = useText('ballot-end').mine.file(round);
  const lang = useLang();
  const command = `node scripts/verify-round.ts fraisier-${round}.zip --receipt ${receipts} --head mail.txt`;
  const hand = `printf '\\0%s' '${lang === 'fr' ? 'LIGNE' : 'LINE'}' | sha256sum`;
  return (
    <Section title={text.title} className={`${styles.elsewhere} ${styles.noPrint}`}>
      <p className="lead">{text.text}</p>
      <dl className={styles.others}>
        <dt className="d3">{text.command}</dt>
        <dd>
          <p className="prose">{text.commandText}</p>
          <CommandLine line={command} />
        </dd>
        <dt className="d3">{text.hand}</dt>
        <dd>
          <p className="prose">{text.handText}</p>
          <CommandLine line={hand} />
        </dd>
        <dt className="d3">{text.own}</dt>
        <dd>
          <p className="prose">{text.ownText}</p>
        </dd>
      </dl>
    </Section>
  );
}

function CommandLine({ line }: { line: string }) {
  const { elsewhere: text } = useText('verify');
  const copy = () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(line))
      .then(
        () => toast(text.copied),
        () => toast(text.copyFailed, 'bad'),
      );
  return (
    <div className={styles.line}>
      <code>{line}</code>
      <Button kind="line" small onClick={() => void copy()}>
        {text.copy}
      </Button>
    </div>
  );
}
