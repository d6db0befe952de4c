import type { ComponentProps } from 'react';
import styles from './text-button.module.css';

/** An act as light as a link, in the middle of what is read. */
export function TextButton(props: Omit<ComponentProps<'button'>, 'type' | 'className'>) {
  return <button {...props} type="button" className={styles.button} />;
}
