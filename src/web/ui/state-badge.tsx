import type { ReactNode } from 'react';
import styles from './finding.module.css';

interface BadgeProps {
  readonly tone?: 'plain' | 'met' | 'bad' | 'alert' | 'info' | 'none';
  readonly children: ReactNode;
}

/** A word of state in a small box; the word says it, the colour only repeats it. */
export function StateBadge({ tone = 'plain', children }: BadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
