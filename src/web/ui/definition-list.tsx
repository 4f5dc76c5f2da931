import { Fragment, type ReactNode } from 'react';
import styles from './state.module.css';

interface DefinitionListProps {
  readonly items: readonly { readonly term: string; readonly detail: ReactNode }[];
}

/** Names and what they hold: a sheet, the details of an import. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className={styles.list}>
      {items.map(({ term, detail }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
