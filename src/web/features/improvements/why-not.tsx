import type { Leave } from './answers.ts';
import styles from './improvements.module.css';

/** Why something may not be done, under its name; nothing where it may. */
export function WhyNot({ what, leave }: { readonly what: string; readonly leave: Leave }) {
  if (leave.may || leave.why_not === null) return null;
  return (
    <p className={styles.soft}>
      <strong>{what}:</strong> {leave.why_not}
    </p>
  );
}
