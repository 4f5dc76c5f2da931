import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';

interface ScreenBoundaryProps {
  readonly title: string;
  readonly retry: string;
  readonly children: ReactNode;
}

/** A screen that breaks takes nothing else with it: the rest of the app stays, and it can be loaded again. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { title, retry } = this.props;
    return <EmptyState title={title} action={<Button onClick={() => location.reload()}>{retry}</Button>} />;
  }
}
