import { useText } from '../i18n/use-text.ts';
import { Cell, Grid, Section } from '../ui/layout.tsx';
import letterLook from '../ui/letter.module.css';
import { LetterWords } from '../ui/letter.tsx';
import { Link } from '../ui/link.tsx';
import { Receipt } from '../ui/receipt.tsx';
import { Table, Td, Th } from '../ui/table.tsx';
import { Woven } from '../ui/woven.tsx';
import styles from './paper-sheet.module.css';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

const stock = [
  ['S', 64, 50, 14],
  ['M', 84, 75, 9],
  ['L', 70, 39, 31],
] as const;

export function PaperSheet({ number }: { number: number }) {
  const text = useText('kit');
  const { parts, state } = text;
  const { round, rated, skipped, wear } = text.receiptRows;
  return (
    <Sheet id="paper" number={number}>
      <Part title={parts.receipt} of="receipt.tsx" span={5}>
        <Receipt
          title={text.receipt}
          code="7K2M-QX9D-04"
          blocks={[
            [
              [round[0], round[1]],
              [rated[0], rated[1]],
            ],
            [
              [skipped[0], skipped[1]],
              [wear[0], wear[1]],
            ],
          ]}
        >
          {text.receiptNote}
        </Receipt>
      </Part>
      <Part title={parts.table} of="table.tsx" span={7}>
        <Shots size="l">
          <Shot state={state.rest}>
            <Stock />
          </Shot>
          <Shot state={state.tight}>
            <Stock tight />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.letter} of="letter.tsx" wide>
        <div className={styles.desk}>
          <div className={`${letterLook.paper} white-paper`}>
            <LetterWords dateline={text.dateline} aside={<p className="d3">{text.letterAside}</p>}>
              {text.letterText.map((line) => (
                <p key={line}>{line}</p>
              ))}
              <blockquote>{text.letterQuote}</blockquote>
            </LetterWords>
          </div>
        </div>
      </Part>
      <Part title={parts.woven} of="woven.tsx">
        <Shots>
          <Shot state={state.rest}>
            <Woven text={text.wovenName} />
          </Shot>
          <Shot state={state.large}>
            <Woven text={text.wovenName} large />
          </Shot>
          <Shot state={state.empty}>
            <Woven text="" large />
          </Shot>
        </Shots>
      </Part>
      <Part title={parts.layout} of="layout.tsx" wide>
        <div className={styles.page}>
          <Section title={text.sampleTitle} aside={<Link to="/kit">{text.changeRating}</Link>}>
            <Grid>
              {[7, 5, 4, 4, 4].map((span, index) => (
                <Cell key={String(index)} span={span}>
                  <p className={`small ${styles.column}`}>{text.layoutText(span)}</p>
                </Cell>
              ))}
            </Grid>
          </Section>
        </div>
      </Part>
    </Sheet>
  );
}

function Stock({ tight = false }: { tight?: boolean }) {
  const { parts, tableHead } = useText('kit');
  return (
    <Table label={parts.table} tight={tight}>
      <thead>
        <tr>
          {tableHead.map((head, index) => (
            <Th key={head} numeric={index > 0}>
              {head}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stock.map(([size, ...figures]) => (
          <tr key={size}>
            <Td>{size}</Td>
            {figures.map((figure) => (
              <Td key={figure} numeric>
                {figure}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
