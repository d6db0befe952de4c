import { Mark } from '../../platform/ui/brand.tsx';
import styles from './proof.module.css';

/** `apart`: still to be done. `printed`: done, the plates are in register. `missed`: it cannot be any more. `blank`: nothing is printed. */
export type ProofState = 'apart' | 'printed' | 'missed' | 'blank';

/** What a mail's link does, as the press shows it. The words beside it say the same. */
export function Proof({ state }: { state: ProofState }) {
  return (
    <>
      <Mark className={`${styles.proof} ${styles[state]}`} />
      <span className={styles.strip}>
        <i className={styles.fraise} />
        <i className={styles.sapin} />
        <i className={styles.over} />
      </span>
    </>
  );
}
