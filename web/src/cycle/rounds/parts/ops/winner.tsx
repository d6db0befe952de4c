import type { WinnerRow } from '@fraisier/shared/contracts/rounds-result.ts';
import { getDesign } from '@fraisier/shared/contracts/submissions.ts';
import type { ReactNode } from 'react';
import { useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { LoadingFrame } from '../../../../platform/ui/loading.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Tee } from '../../../../platform/ui/tee.tsx';
import { altOf } from '../../../submissions/card-words.ts';
import { useNameOf } from '../../../submissions/designer-name.tsx';
import { onShirt } from '../../../submissions/on-shirt.ts';
import styles from './round-desk.module.css';

/** A winner on its shirt, in the ink of its month. */
export function Winner({ winner, month, children }: { winner: WinnerRow; month: number; children?: ReactNode }) {
  const { count } = useText('ops-rounds');
  const lang = useLang();
  const nameOf = useNameOf();
  const design = useCall(getDesign, { params: { design: winner.design } }).data;
  return (
    <article className={styles.winner}>
      <div className={`field-of-ink ${styles.shown}`} data-ink={monthCode(month)}>
        {design ? (
          <Tee
            fabric={design.fabric}
            {...onShirt(design)}
            placeholder={design.placeholder}
            alt={altOf(design, lang)}
            sizes="(max-width: 56.25rem) 45vw, 160px"
          />
        ) : (
          <LoadingFrame />
        )}
      </div>
      <div className={styles.caption}>
        <div>
          <h4 className={`d3 ${styles.title}`}>
            <PlainLink to={`/designs/${winner.design}`}>{winner.title}</PlainLink>
          </h4>
          <p className="muted">{count.by(nameOf(winner.designer))}</p>
        </div>
        {children}
      </div>
    </article>
  );
}

/** The winners side by side, and what they cost: beside one alone where there is room, else below. */
export function Winners({ children, money }: { children: readonly ReactNode[]; money: ReactNode }) {
  return (
    <div className={styles.outcome}>
      <div className={styles.laid} data-alone={children.length === 1 || undefined}>
        <div className={styles.winners}>{children}</div>
        {money}
      </div>
    </div>
  );
}
