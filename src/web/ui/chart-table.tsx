import type { ChartTable as Table } from '../../charts/index.ts';
import { DataTable } from './data-table.tsx';
import { useLanguage } from './language.ts';

interface ChartTableProps {
  readonly table: Table;
  readonly label: string;
}

type Row = readonly [index: number, cells: readonly string[]];

/** The table behind a chart, figures as the chart prints them. */
export function ChartTable({ table, label }: ChartTableProps) {
  const language = useLanguage();
  return (
    <DataTable<Row>
      label={label}
      phone="scroll"
      rows={table.rows.map((cells, index) => [index, cells])}
      rowKey={([index]) => String(index)}
      columns={table.columns.map(({ text, numeric }, column) => ({
        id: String(column),
        head: text[language],
        cell: ([, cells]) => cells[column],
        align: numeric ? 'right' : 'left',
      }))}
    />
  );
}
