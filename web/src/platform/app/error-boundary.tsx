import { Component, type ReactNode } from 'react';
import { ErrorPage } from './error-page.tsx';

/** Keeps the header and footer when a page breaks while it renders. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <ErrorPage code="internal" /> : this.props.children;
  }
}
