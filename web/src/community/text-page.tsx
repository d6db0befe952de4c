import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { Feature, Section as Part } from '@fraisier/shared/texts/page.ts';
import { readyPage } from '@fraisier/shared/texts/ready-page.ts';
import { textValues } from '@fraisier/shared/texts/values.ts';
import { useParams } from 'react-router';
import { useLang, useText } from '../platform/i18n/use-text.ts';
import { useCall } from '../platform/query.ts';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { Wrap } from '../platform/ui/layout.tsx';
import { Link } from '../platform/ui/link.tsx';
import { Loading } from '../platform/ui/loading.tsx';
import { Table, Td, Th } from '../platform/ui/table.tsx';
import { keptText } from './kept-texts.ts';
import styles from './text-page.module.css';

/** The parts of the product that are there: sections about others are not shown. */
const features: readonly Feature[] = ['review', 'verification'];

/** What does something, and is not a page of text. */
const doors: Readonly<Record<string, string>> = { verify: '/verify', account: '/me/account#erase' };

/** Rules, method, terms and the like: one measure of text, its parts named at the side. */
export function Page() {
  const { page: name } = useParams();
  const lang = useLang();
  const text = useText('legal');
  const shop = useCall(getShop);
  const written = keptText(name, lang);
  if (shop.error) return <ErrorNote error={shop.error} onRetry={() => void shop.refetch()} />;
  if (!shop.data || !written) return <Loading />;
  const page = readyPage(written, { values: textValues(shop.data, lang), features });
  return (
    <Wrap className={styles.page}>
      <header className={styles.top}>
        <h1 className="d5">{page.title}</h1>
        <p className="lead">{page.lead}</p>
        {page.version && <p className="small muted">{text.version(page.version)}</p>}
      </header>
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
          <TextPart key={section.id} section={section} />
        ))}
      </div>
    </Wrap>
  );
}

function TextPart({ section }: { section: Part }) {
  const text = useText('legal');
  return (
    <section id={section.id} className={styles.part} aria-labelledby={`${section.id}-title`}>
      <h2 id={`${section.id}-title`} className="d3">
        {section.title}
      </h2>
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
    </section>
  );
}
