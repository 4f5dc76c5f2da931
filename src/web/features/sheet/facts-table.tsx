import { Anchor, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { printQuantity } from '../../../sentences/index.ts';
import { type Say, useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { FactDrawer } from './fact-drawer.tsx';
import { printMoment } from './print-moment.ts';
import { sayRow } from './say-row.ts';
import type { PageAnswer, RowAnswer } from './sheet-answer.ts';
import styles from './sheet.module.css';
import { TEXTS } from './texts.ts';

/** Columns of names that stand in the table; the rest are in the row's own panel. */
const MOST_NAMES = 3;
const FIRST = ['unit', 'person', 'client', 'channel', 'reason'];

/** Rows that are chosen, by where they stand; absent where nothing is done with chosen rows. */
export interface RowChoice {
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

/** The name of a row among the chosen: import and position in its file; null for what came in none. */
export function placeOf({ source }: RowAnswer): string | null {
  return source === null ? null : `${source.seq} ${source.row}`;
}

/** Facts, each with whether it counts; a press opens what is known of one. */
export function FactsTable({ page, choice }: { readonly page: PageAnswer; readonly choice?: RowChoice }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [shown, setShown] = useState<RowAnswer | null>(null);
  const { columns, rows, measure_unit: unit } = page;
  const keys = new Set(Object.keys(rows[0]?.key ?? {}));
  const names = columns
    .filter(({ name }) => !keys.has(name))
    .map((column) => ({ ...column, rank: FIRST.includes(column.name) ? FIRST.indexOf(column.name) : 99 }))
    .sort((a, b) => a.rank - b.rank)
    .filter(({ name }) => rows.some((row) => row.attributes[name] !== null))
    .slice(0, MOST_NAMES);
  const amount = (value: number | null) =>
    value === null || unit === null ? '' : printQuantity(value, unit, language);
  const keyHead = columns
    .filter(({ name }) => keys.has(name))
    .map(({ label }) => label[language])
    .join(' · ');
  const cells: readonly (Column<RowAnswer> & { readonly when?: boolean })[] = [
    {
      id: 'key',
      head: keyHead,
      cell: (row) => (
        <Anchor component="button" type="button" ta="left" onClick={() => setShown(row)}>
          {sayRow.key(row)}
        </Anchor>
      ),
    },
    { id: 'state', head: t('why'), cell: (row) => <RowState row={row} /> },
    { id: 'date', head: t('date'), cell: (row) => printMoment(row.date, language) },
    {
      id: 'closes',
      head: t('closes'),
      when: rows.some(({ closes }) => closes !== null),
      cell: (row) => printMoment(row.closes, language),
    },
    {
      id: 'measure',
      head: t('measure'),
      align: 'right',
      when: rows.some(({ measure }) => measure !== null),
      cell: (row) => (
        <span className={styles.amount}>
          {amount(row.measure)}
          {row.inside !== null && (
            <Text component="span" size="xs" c="dimmed">
              {t(row.inside ? 'within' : 'beyond', { limit: amount(row.limit) })}
            </Text>
          )}
        </span>
      ),
    },
    ...names.map(({ name, label, is_protected }) => ({
      id: name,
      head: label[language],
      cell: (row: RowAnswer) =>
        is_protected ? <Code name={row.attributes[name] ?? ''} /> : row.attributes[name],
    })),
  ];
  return (
    <>
      <div className={styles.facts}>
        <DataTable
          label={t('rows')}
          columns={cells.filter(({ when = true }) => when)}
          rows={rows}
          before={choice && toBefore(choice, t)}
          rowKey={(row) => `${row.source?.seq ?? ''} ${row.source?.row ?? ''} ${sayRow.key(row)}`}
        />
      </div>
      {shown && <FactDrawer row={shown} page={page} onClose={() => setShown(null)} />}
    </>
  );
}

/** The box that chooses a row, before it. */
function toBefore({ chosen, onChosen }: RowChoice, t: Say<keyof (typeof TEXTS)['es']>) {
  return {
    head: t('choose'),
    label: t('choose'),
    cell: (row: RowAnswer) => {
      const place = placeOf(row);
      if (place === null) return null;
      return (
        <Checkbox
          aria-label={t('chooseRow', { key: sayRow.key(row) })}
          checked={chosen.has(place)}
          onChange={(event) => {
            const next = new Set(chosen);
            if (event.currentTarget.checked) next.add(place);
            else next.delete(place);
            onChosen(next);
          }}
        />
      );
    },
  };
}

/** A code of a protected name: it breaks before the code, never inside. */
function Code({ name }: { readonly name: string }) {
  const at = name.indexOf(' ') + 1;
  return (
    <>
      {name.slice(0, at)}
      <span className={styles.name}>{name.slice(at)}</span>
    </>
  );
}

function RowState({ row }: { readonly row: RowAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <>
      <StateBadge tone={row.counts ? 'met' : row.state === 'open-past-limit' ? 'alert' : 'none'}>
        {sayRow.state(row, t)}
      </StateBadge>
      {row.text && ` ${row.text[language]}`}
    </>
  );
}
