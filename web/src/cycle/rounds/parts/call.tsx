import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { monthCode } from '../../../platform/ui/month-code.ts';
import { monthName, when } from '../round-words.ts';
import styles from './call.module.css';

/** The round that collects: until when, and what a design must be. */
export function Call({ round, onGallery = false }: { round: Round; onGallery?: boolean }) {
  const call = useText('call');
  const format = useFormat();
  const now = useCall(getShop).data?.now ?? round.planned.voting;
  const { widthMm, heightMm } = round.promise.printArea;
  const cm = (millimetres: number) => format.number(millimetres / 10, millimetres % 10 === 0 ? 0 : 1);
  const area = `${cm(widthMm)}\u00a0×\u00a0${cm(heightMm)}\u00a0cm`;
  const { designs, capacity } = round.counts;
  return (
    <section className={`${styles.call} field-of-ink`} data-ink={monthCode(round.month)}>
      <div className={styles.in}>
        <div className={styles.text}>
          <h2 className="d5">{call.title(monthName(round.slug, format))}</h2>
          <p className="lead">{call.lead(when(format, round.planned.voting, now), round.promise.maxInks, area)}</p>
          <p>
            {call.places(designs, format.number(capacity))}{' '}
            {designs > 0 && !onGallery && <Link to={`/rounds/${round.slug}`}>{call.see}</Link>}
          </p>
        </div>
        <ButtonLink to={`/rounds/${round.slug}/submit`} kind="ink" wideOnPhone>
          {call.submit}
        </ButtonLink>
      </div>
    </section>
  );
}
