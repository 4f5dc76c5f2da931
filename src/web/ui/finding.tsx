import type { ReactNode } from 'react';
import styles from './finding.module.css';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'plain' | 'met' | 'bad' | 'alert' | 'info';

const ICONS: Readonly<Record<Tone, IconName | null>> = {
  plain: null,
  met: 'check',
  bad: 'warning',
  alert: 'warning',
  info: 'info',
};

interface FindingProps {
  /** Orange and red only for what needs action; the sentence itself must say so in words. */
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Read aloud as soon as it appears: for the answer to something the person just did. */
  readonly live?: boolean;
}

/** A sentence that matters, set apart. */
export function Finding({ tone = 'plain', children, action, live = false }: FindingProps) {
  const icon = ICONS[tone];
  return (
    <div className={styles.finding} data-tone={tone} role={live ? 'status' : undefined}>
      {icon && (
        <span className={styles.icon}>
          <Icon name={icon} />
        </span>
      )}
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
