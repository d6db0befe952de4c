import styles from './steps.module.css';

/** The steps of a task in a row; on phones only the current one shows its name. */
export function Steps({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < current ? styles.done : index === current ? styles.current : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <b>{index + 1}</b>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}
