import { getDesigner } from '@fraisier/shared/contracts/submissions.ts';
import { useParams } from 'wouter';
import { DesignTile } from '../cycle/rounds/parts/design-tile.tsx';
import { monthYear } from '../cycle/rounds/round-words.ts';
import { useFormat, useText } from '../platform/i18n/use-text.ts';
import { useCall } from '../platform/query.ts';
import { Awaiting } from '../platform/ui/awaiting.tsx';
import { Empty } from '../platform/ui/empty.tsx';
import { Wrap } from '../platform/ui/layout.tsx';
import { monthCode } from '../platform/ui/month-code.ts';
import styles from './designer-page.module.css';

/** A designer and what counted rounds made public: nothing else is known of them. */
export function Page() {
  const { designer: id = '' } = useParams();
  const text = useText('design').designer;
  const format = useFormat();
  const found = useCall(getDesigner, { params: { designer: id } });
  if (!found.data) {
    return <Awaiting found={found} frames={4} />;
  }
  const { name, joinedAt, designs } = found.data;
  const wins = designs.filter((design) => design.winner).length;
  return (
    <Wrap className={styles.page}>
      <header className={styles.top}>
        <h1 className="d5">{name}</h1>
        <p className="muted">
          {text.since(format.month(joinedAt))}
          {designs.length > 0 && (
            <>
              <br />
              {text.count(designs.length)}
              {wins > 0 && `, ${text.wins(wins)}`}
            </>
          )}
        </p>
      </header>
      {designs.length === 0 ? (
        <Empty title={text.empty}>
          <p className="muted">{text.emptyText}</p>
        </Empty>
      ) : (
        <>
          <h2 className="unseen">{text.designs}</h2>
          <ul className={styles.wall}>
            {designs.map((design, index) => (
              <DesignTile
                key={design.id}
                card={design}
                view="flat"
                priority={index === 0}
                below={
                  <span className={styles.place}>
                    {design.winner && (
                      <b className={styles.won} data-ink={monthCode(Number(design.round.slice(5)))}>
                        {text.won}
                      </b>
                    )}
                    <span className="muted">
                      {design.rank === null
                        ? text.unranked(monthYear(design.round, format))
                        : text.ranked(format.ordinal(design.rank), monthYear(design.round, format))}
                    </span>
                  </span>
                }
              />
            ))}
          </ul>
        </>
      )}
    </Wrap>
  );
}
