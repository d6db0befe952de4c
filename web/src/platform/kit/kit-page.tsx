import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Cell, Grid, Wrap } from '../ui/layout.tsx';
import { ControlParts } from './control-parts.tsx';
import { FormParts } from './form-parts.tsx';
import styles from './kit-page.module.css';
import { LookParts } from './look-parts.tsx';
import { PreflightParts } from './preflight-parts.tsx';
import { StateParts } from './state-parts.tsx';
import { WorkshopParts } from './workshop-parts.tsx';

/** The living style page: every part of the kit in every state, in both languages and themes. */
export function Page() {
  const text = useText('kit');
  return (
    <Wrap className={styles.kit}>
      <h1 className="d5">{text.title}</h1>
      <p className="lead muted">{text.intro}</p>
      <Grid className={styles.parts}>
        <LookParts />
        <ControlParts />
        <FormParts />
        <StateParts />
        <WorkshopParts />
        <PreflightParts />
      </Grid>
    </Wrap>
  );
}

/** One part on the sheet. */
export function Part({ span, title, children }: { span: number; title: string; children: ReactNode }) {
  return (
    <Cell span={span}>
      <section className={styles.part}>
        <h2 className="d2">{title}</h2>
        {children}
      </section>
    </Cell>
  );
}
