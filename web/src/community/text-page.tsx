import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { Feature, Section as Part, Page as Text } from '@fraisier/shared/texts/page.ts';
import { readyPage } from '@fraisier/shared/texts/ready-page.ts';
import { textValues } from '@fraisier/shared/texts/values.ts';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { useLang, useText } from '../platform/i18n/use-text.ts';
import { useCall } from '../platform/query.ts';
import { Awaiting } from '../platform/ui/awaiting.tsx';
import { Wrap } from '../platform/ui/layout.tsx';
import { Link } from '../platform/ui/link.tsx';
import { Table, Td, Th } from '../platform/ui/table.tsx';
import { keptText } from './kept-texts.ts';
import { drawingOf } from './parts/text-drawings.tsx';
import styles from './text-page.module.css';

/** The parts of the product that are there: sections about others are not shown. */
const features: readonly Feature[] = ['review', 'verification'];

/** What does something, and is not a page of text. */
const doors: Readonly<Record<string, string>> = {
  verify: '/verify',
  account: '/me/account#erase',
  contact: '/contact',
};

/** As fast as one reads what one signs. */
const WORDS_A_MINUTE = 200;

/** Rules, method, terms and the like: one measure of text, its parts named at one side, what they say in figures at the other. */
export function Page() {
  const { page: name } = useParams();
  const lang = useLang();
  const text = useText('legal');
  const shop = useCall(getShop);
  const written = keptText(name, lang);
  if (!shop.data || !written) return <Awaiting found={shop} />;
  const page = readyPage(written, { values: textValues(shop.data, lang), features });
  return (
    <>
      <header className={`field-of-ink ${styles.top}`}>
        <Wrap className={styles.topIn}>
          <h1 className="d5">{page.title}</h1>
          <p className="lead">{page.lead}</p>
          <PageFigures page={page} />
        </Wrap>
      </header>
      <Wrap className={styles.page}>
        <nav className={styles.contents} aria-label={text.contents}>
          <ol>
            {page.sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.parts}>
          {page.sections.map((section) => (
            <TextPart key={section.id} section={section} drawing={drawingOf(name, section.id)} />
          ))}
        </div>
      </Wrap>
    </>
  );
}

/** How long it is, before one begins. */
function PageFigures({ page }: { page: Text }) {
  const text = useText('legal');
  const parts = page.sections.length;
  const minutes = Math.max(1, Math.round(wordsIn(page) / WORDS_A_MINUTE));
  return (
    <ul className={styles.long}>
      <li>
        <b className="figure">{parts}</b> {text.parts(parts)}
      </li>
      <li>
        <b className="figure">{minutes}</b> {text.minutes(minutes)}
      </li>
      {page.version && <li className={styles.version}>{text.version(page.version)}</li>}
    </ul>
  );
}

function wordsIn(page: Text): number {
  const texts = page.sections.flatMap(({ paragraphs, list = [] }) => [...paragraphs, ...list]);
  return texts.join(' ').split(/\s+/).length;
}

function TextPart({ section, drawing }: { section: Part; drawing: ReactNode }) {
  const text = useText('legal');
  const { figure } = section;
  return (
    <section id={section.id} className={styles.part} aria-labelledby={`${section.id}-title`}>
      <h2 id={`${section.id}-title`} className="d3">
        {section.title}
      </h2>
      {figure && (
        <p className={styles.figure}>
          <b className="figure">{figure.value}</b> <span className="small muted">{figure.of}</span>
        </p>
      )}
      {drawing && <div className={styles.drawing}>{drawing}</div>}
      <div className={styles.said}>
        {section.paragraphs.map((paragraph) => (
          <p key={paragraph} className="prose">
            {paragraph}
          </p>
        ))}
        {section.list && (
          <ul className={styles.list}>
            {section.list.map((item) => (
              <li key={item} className="prose">
                {item}
              </li>
            ))}
          </ul>
        )}
        {section.table && (
          <Table label={section.table.caption}>
            <thead>
              <tr>
                {section.table.head.map((cell, column) => (
                  <Th key={cell} numeric={column > 0}>
                    {cell}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {section.table.rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, column) =>
                    column === 0 ? (
                      <Th key={cell} scope="row">
                        {cell}
                      </Th>
                    ) : (
                      <Td key={`${column} ${cell}`} numeric>
                        {cell}
                      </Td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {section.see && (
          <p className={styles.see}>
            {section.see.map((id) => (
              <Link key={id} to={doors[id] ?? `/pages/${id}`}>
                {text.names[id]}
              </Link>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}
