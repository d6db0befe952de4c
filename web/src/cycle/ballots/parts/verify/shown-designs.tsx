import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { BELOW_COLLAR_MM } from '@fraisier/shared/cycle/placement.ts';
import type { ShownDesign } from '@fraisier/shared/verifier/shown-designs.ts';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';
import styles from './shown-designs.module.css';

/** On which fabric and where the bundle says each design was shown, so that a shirt can be held against it. */
export function ShownDesigns({ designs }: { designs: readonly ShownDesign[] }) {
  const text = useText('verify').round.shown;
  const winners = designs.filter(({ isWinner }) => isWinner);
  const others = designs.filter(({ isWinner }) => !isWinner);
  const isTold = designs.some(({ fabric, place }) => fabric !== null || place !== null);
  return (
    <section className={styles.shown}>
      <h4 className="d3">{text.title}</h4>
      {isTold ? (
        <div className={styles.said}>
          {winners.map((design) => (
            <Winner key={design.id} design={design} />
          ))}
          <p className="prose">{text.intro}</p>
          {others.length > 0 && (
            <details open={winners.length === 0}>
              <summary>{text.others(others.length, winners.length > 0)}</summary>
              <Others designs={others} />
            </details>
          )}
          <p className={`small muted ${styles.how}`}>{text.how(BELOW_COLLAR_MM)}</p>
        </div>
      ) : (
        <p className="prose">{text.older}</p>
      )}
    </section>
  );
}

function useFabric(): (fabric: string | null) => string {
  const text = useText('verify').round.shown;
  const lang = useLang();
  return (fabric) => {
    // A bundle of another shop may name one that is unknown here.
    const known = Object.entries(fabrics).find(([id]) => id === fabric)?.[1];
    return (lang === 'fr' ? known?.nameFr : known?.nameEn) ?? fabric ?? text.untold;
  };
}

function Winner({ design: { title, fabric, place } }: { design: ShownDesign }) {
  const text = useText('verify').round.shown;
  const format = useFormat();
  const fabricOf = useFabric();
  const figures: readonly (readonly [string, number])[] | null = place && [
    [text.width, place.widthMm],
    [text.across(place.fromCentreMm), Math.abs(place.fromCentreMm)],
    [text.top, place.topMm],
  ];
  return (
    <div className={styles.winner}>
      <p>
        <b className="d3">{title}</b>
        <br />
        <span className="muted">{text.on(fabricOf(fabric))}</span>
      </p>
      {figures ? (
        <dl className={styles.figures}>
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt className="muted">{name}</dt>
              <dd>
                <span className="figure">{format.number(value)}</span> mm
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="muted">{text.untold}</p>
      )}
    </div>
  );
}

function Others({ designs }: { designs: readonly ShownDesign[] }) {
  const text = useText('verify').round.shown;
  const format = useFormat();
  const fabricOf = useFabric();
  const mm = (value: number) => `${format.number(value)}\u00a0mm`;
  const { columns } = text;
  return (
    <Table label={text.title} tight>
      <thead>
        <tr>
          <Th>{columns.design}</Th>
          <Th>{columns.fabric}</Th>
          <Th numeric>{columns.width}</Th>
          <Th numeric>{columns.across}</Th>
          <Th numeric>{columns.top}</Th>
        </tr>
      </thead>
      <tbody>
        {designs.map(({ id, title, fabric, place }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <Td>{fabricOf(fabric)}</Td>
            <Td numeric className="nowrap">
              {place ? mm(place.widthMm) : text.untold}
            </Td>
            <Td numeric className="nowrap">
              {place && (place.fromCentreMm === 0 ? text.centred : text.side(place.fromCentreMm, mm))}
            </Td>
            <Td numeric className="nowrap">
              {place && mm(place.topMm)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
