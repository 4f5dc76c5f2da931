import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './state.module.css';

interface EmptyStateProps {
  /** What is not here: «Todavía no hay datos de este mes». */
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode;
  /** The button or link that does it. */
  readonly action?: ReactNode;
}

/** In place of nothing: what is missing and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Title order={3} component="p">
        {title}
      </Title>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  );
}
