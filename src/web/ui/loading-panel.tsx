import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorPanel } from './error-panel.tsx';
import { useKitTexts } from './texts.ts';

/** What a question to the server looks like; the answer of `useAnswer` is one. */
interface Asked<T> {
  readonly data: T | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch?: () => unknown;
}

interface LoadingPanelProps<T> {
  readonly answer: Asked<T>;
  /** Whether there is nothing to show, and what to show then. */
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: ReactNode;
  /** Lines of the placeholder. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Loading, error and empty in one place: `children` draw only when there is something to draw. */
export function LoadingPanel<T>({ answer, isEmpty, empty, lines = 4, children }: LoadingPanelProps<T>) {
  const texts = useKitTexts();
  const { data, error, refetch } = answer;
  if (data !== undefined) return <>{isEmpty?.(data) === true ? empty : children(data)}</>;
  if (error !== null && error !== undefined) {
    return <ErrorPanel error={error} onRetry={refetch && (() => void refetch())} />;
  }
  return (
    <Stack gap="sm" aria-busy="true">
      <VisuallyHidden role="status">{texts.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={line === 0 ? 36 : 20} width={line === 0 ? '45%' : '100%'} />
      ))}
    </Stack>
  );
}
