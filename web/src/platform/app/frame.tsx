import type { ReactNode } from 'react';
import { Footer } from '../ui/footer.tsx';
import { Header } from '../ui/header.tsx';
import { Bare } from './bare.tsx';

/** Header, page, footer. `over` lays the header over the page's first picture. */
export function Frame({ children, over = false }: { children: ReactNode; over?: boolean }) {
  return (
    <Bare>
      <Header over={over} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </Bare>
  );
}
