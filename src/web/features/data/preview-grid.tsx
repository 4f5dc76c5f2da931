import { Group, SegmentedControl, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { InspectedRow, Inspection } from './answers.ts';
import styles from './data.module.css';
import { WIZARD_TEXTS } from './texts.ts';

interface PreviewGridProps {
  readonly seen: Inspection;
  /** A kind of problem that is settled elsewhere and not shown here. */
  readonly spare?: string;
  /** Where that is. */
  readonly spareText?: string;
}

/** The first rows, as they stand in the file or as they are understood, with what is wrong on the very cells. */
export function PreviewGrid({ seen, spare, spareText }: PreviewGridProps) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const all = seen.rows.map((row) => ({
    ...row,
    problems: row.problems.filter(({ code }) => code !== spare),
  }));
  const wrong = all.filter(({ problems }) => problems.length > 0);
  const spared = seen.rows.some(({ problems }) => problems.some(({ code }) => code === spare));
  const [face, setFace] = useState<'raw' | 'understood'>('raw');
  const [only, setOnly] = useState(false);
  const rows = only ? wrong : all;
  if (seen.rows.length === 0) return null;
  return (
    <Section
      title={t('previewTitle')}
      finding={
        <>
          {wrong.length === 0
            ? t('previewClean')
            : t('previewWrong', { n: printNumber(wrong.length, language) })}
          {spared && ` ${spareText ?? t('previewCodes')}`}
        </>
      }
    >
      <Stack gap="sm">
        <Group justify="space-between">
          <SegmentedControl
            aria-label={t('previewTitle')}
            value={face}
            onChange={(value) => setFace(value)}
            data={[
              { value: 'raw', label: t('previewAsRead') },
              { value: 'understood', label: t('previewUnderstood') },
            ]}
          />
          {wrong.length > 0 && (
            <Switch
              label={t('onlyWrong')}
              checked={only}
              onChange={(event) => setOnly(event.currentTarget.checked)}
            />
          )}
        </Group>
        <div className={styles.grid} role="region" aria-label={t('previewTitle')} tabIndex={0}>
          {face === 'raw' ? (
            <RawTable seen={seen} rows={rows} />
          ) : (
            <UnderstoodTable seen={seen} rows={rows} />
          )}
        </div>
      </Stack>
    </Section>
  );
}

interface TableProps {
  readonly seen: Inspection;
  readonly rows: readonly InspectedRow[];
}

function Reasons({ row }: { readonly row: InspectedRow }) {
  return (
    <td className={row.problems.length > 0 ? styles.reason : undefined}>
      {row.problems.map(({ problem }) => problem.sentence).join(' ')}
    </td>
  );
}

function RawTable({ seen, rows }: TableProps) {
  const t = useTexts(WIZARD_TEXTS);
  const hasReasons = rows.some(({ problems }) => problems.length > 0);
  const language = useLanguage();
  const label = (name: string | null) => seen.columns.find((column) => column.name === name)?.label[language];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('line')}</th>
          {hasReasons && <th scope="col">{t('cell')}</th>}
          {seen.headers.map(({ name, used_by }) => (
            <th key={name} scope="col">
              {name}
              <div className={styles.under}>{label(used_by) ?? '—'}</div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const wrong = new Set(row.problems.map(({ index }) => index));
          return (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              {hasReasons && <Reasons row={row} />}
              {seen.headers.map(({ name }, index) => (
                <td key={name} className={wrong.has(index) ? styles.wrong : undefined}>
                  {row.cells[index]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function UnderstoodTable({ seen, rows }: TableProps) {
  const t = useTexts(WIZARD_TEXTS);
  const hasReasons = rows.some(({ problems }) => problems.length > 0);
  const language = useLanguage();
  const columns = seen.columns.filter(({ source, constant }) => source !== null || constant !== null);
  const say = (column: (typeof columns)[number], value: string | undefined) =>
    column.choices.find(({ id }) => id === value)?.label[language] ?? value ?? '';
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('line')}</th>
          {hasReasons && <th scope="col">{t('cell')}</th>}
          {columns.map((column) => (
            <th key={column.name} scope="col">
              {column.label[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const wrong = new Set(row.problems.map(({ column }) => column));
          return (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              {hasReasons && <Reasons row={row} />}
              {columns.map((column) => (
                <td key={column.name} className={wrong.has(column.name) ? styles.wrong : undefined}>
                  {say(column, row.understood[column.name])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
