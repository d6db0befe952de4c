import { Component, type ComponentType, type ReactNode } from 'react';
import type { ErrorPageProps } from './error-page.tsx';

interface State {
  readonly broken: boolean;
  readonly ErrorPage: ComponentType<ErrorPageProps> | null;
}

/** Keeps the header and footer when a page breaks while it renders. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: false, ErrorPage: null };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  override componentDidCatch(): void {
    import('./travel.ts').then(
      ({ ErrorPage }) => this.setState({ ErrorPage }),
      // The header and footer still lead on.
      () => {},
    );
  }

  override render(): ReactNode {
    const { broken, ErrorPage } = this.state;
    if (!broken) return this.props.children;
    return ErrorPage && <ErrorPage code="internal" />;
  }
}
