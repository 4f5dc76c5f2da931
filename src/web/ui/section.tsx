import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './page.module.css';

interface SectionProps {
  /** None where the page's own title already says it: a form alone on its screen. */
  readonly title?: string;
  /** The sentence above what the section shows. */
  readonly finding?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A card of a screen with its own heading. */
export function Section({ title, finding, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={title === undefined ? undefined : id}>
      <div className={styles.sectionHead}>
        <div className={styles.titles}>
          {title !== undefined && (
            <Title order={2} id={id}>
              {title}
            </Title>
          )}
          {finding !== undefined && (
            <Text c="dimmed" component="div">
              {finding}
            </Text>
          )}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
