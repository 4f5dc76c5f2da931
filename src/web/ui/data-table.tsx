import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Icon } from './icon.tsx';
import type { LinkTo } from './link-to.ts';
import styles from './data-table.module.css';
import { type SortState, type SortValue, sortRows } from './sort-rows.ts';
import { useKitTexts } from './texts.ts';
import { useOverflow } from './use-overflow.ts';

export interface Column<Row> {
  /** Name of its own among the columns; what the table is sorted by. */
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Right for figures. */
  readonly align?: 'left' | 'right';
  /** What to sort by; a column without it is not sorted. Null goes last either way. */
  readonly sort?: (row: Row) => SortValue;
}

interface DataTableProps<Row> {
  /** What the table holds, for whoever does not see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Makes the whole row a link, named by its first cell. */
  readonly link?: (row: Row) => LinkTo;
  /** What to show without rows; a plain sentence when absent. */
  readonly empty?: ReactNode;
  /** On a phone: a card per row, or a table that scrolls sideways. */
  readonly phone?: 'cards' | 'scroll';
  readonly sortedBy?: SortState;
  /** A control before each row, above its link: the box that chooses it. */
  readonly before?: {
    readonly head: ReactNode;
    readonly label: string;
    readonly cell: (row: Row) => ReactNode;
  };
}

/** Rows of anything: sorted by a press on a heading, with a link per row, readable on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, link, empty, phone = 'cards', sortedBy, before } = props;
  const texts = useKitTexts();
  const [sort, setSort] = useState<SortState | undefined>(sortedBy);
  const { ref, overflows } = useOverflow<HTMLDivElement>();
  if (rows.length === 0) return <>{empty ?? <p>{texts.nothing}</p>}</>;
  const shown = sortRows(rows, columns, sort);
  return (
    <div
      ref={ref}
      className={phone === 'cards' ? `${styles.scroll} ${styles.cards}` : styles.scroll}
      tabIndex={overflows ? 0 : undefined}
      role={overflows ? 'group' : undefined}
      aria-label={overflows ? label : undefined}
    >
      {/* The roles are said aloud because a table laid out as cards loses them. */}
      <table className={styles.table} role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {before && (
              <th scope="col" role="columnheader" className={styles.before}>
                {before.head}
              </th>
            )}
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row) => (
            <tr key={rowKey(row)} role="row" className={link ? styles.linked : undefined}>
              {before && (
                <td role="cell" data-label={before.label} className={styles.before}>
                  {before.cell(row)}
                </td>
              )}
              {columns.map(({ id, head, cell, align }, index) => (
                <td
                  key={id}
                  role="cell"
                  data-label={head}
                  className={[index === 0 ? styles.first : '', align === 'right' ? styles.right : ''].join(
                    ' ',
                  )}
                >
                  {link && index === 0 ? (
                    <Link {...(link(row) as { to: string })} className={styles.link}>
                      {cell(row)}
                    </Link>
                  ) : (
                    cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sort: SortState | undefined;
  readonly onSort: (sort: SortState) => void;
}

function Heading<Row>({ column, sort, onSort }: HeadingProps<Row>) {
  const texts = useKitTexts();
  const order = sort?.by === column.id ? sort.order : undefined;
  const next = order === 'ascending' ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={order}
      className={column.align === 'right' ? styles.right : undefined}
    >
      {column.sort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ by: column.id, order: next })}
          title={`${texts.sortBy} ${column.head}: ${next === 'ascending' ? texts.sortUp : texts.sortDown}`}
        >
          {column.head}
          <span className={styles.mark}>
            <Icon name={order === 'descending' ? 'down' : 'up'} size={14} />
          </span>
        </button>
      ) : (
        column.head
      )}
    </th>
  );
}
