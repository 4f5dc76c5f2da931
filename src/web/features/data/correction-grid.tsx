import { useEffect, useRef } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import type { CorrectionRow, CorrectionSheet } from './answers.ts';
import styles from './data.module.css';
import { DATA_TEXTS } from './screen-texts.ts';

/** Cells as they were written over, by row. */
export type Edits = ReadonlyMap<string, readonly string[]>;

/** The edits with one cell changed; a row that is again as it was is no edit. */
export function setCell(edits: Edits, row: CorrectionRow, index: number, text: string): Edits {
  const cells = [...(edits.get(row.key) ?? row.cells)];
  cells[index] = text;
  const next = new Map(edits);
  if (cells.every((cell, position) => cell === (row.cells[position] ?? ''))) next.delete(row.key);
  else next.set(row.key, cells);
  return next;
}

interface CorrectionGridProps {
  readonly sheet: CorrectionSheet;
  readonly edits: Edits;
  readonly onCell: (row: CorrectionRow, index: number, text: string) => void;
}

/** The very cells, the wrong one marked with its reason, each one to be written over. */
export function CorrectionGrid({ sheet, edits, onCell }: CorrectionGridProps) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const { columns, rows } = sheet;
  const width = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
  const indexes = Array.from({ length: width }, (_, index) => index);
  const head = (index: number) => columns[index]?.header ?? t('extra');
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Of a wide file the first wrong cell is brought into sight, no further than it needs.
    const cell = grid.current?.querySelector('[aria-invalid="true"]')?.getBoundingClientRect();
    const edge = grid.current?.getBoundingClientRect();
    if (cell && edge && cell.right > edge.right)
      grid.current?.scrollBy({ left: cell.right - edge.right + 16 });
  }, [sheet.id]);
  return (
    <div ref={grid} className={styles.grid} role="region" aria-label={t('correctTitle')} tabIndex={0}>
      {columns.map(({ choices, header }, index) =>
        choices.length === 0 ? null : (
          <datalist key={header} id={listId(sheet, index)}>
            {choices.map(({ id, label }) => (
              <option key={id} value={label[language]} />
            ))}
          </datalist>
        ),
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col">{t('reason')}</th>
            {indexes.map((index) => (
              <th key={index} scope="col">
                {head(index)}
                <div className={styles.under}>{columns[index]?.label?.[language] ?? t('none')}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" title={row.file}>
                {row.line === null ? t('none') : printNumber(row.line, language)}
              </th>
              <td className={styles.reason}>
                {row.wrong === null ? (
                  row.problem.sentence
                ) : (
                  <button type="button" onClick={() => focusCell(sheet, row)}>
                    {row.problem.sentence}
                  </button>
                )}
              </td>
              {indexes.map((index) => (
                <GridCell
                  key={index}
                  row={row}
                  index={index}
                  id={cellId(sheet, row, index)}
                  label={t('cellOf', { column: head(index), line: row.line ?? '' })}
                  list={(columns[index]?.choices.length ?? 0) > 0 ? listId(sheet, index) : undefined}
                  text={edits.get(row.key)?.[index] ?? row.cells[index] ?? ''}
                  onCell={onCell}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Takes the person to the cell to blame, which may be far to the right. */
function focusCell(sheet: CorrectionSheet, row: CorrectionRow): void {
  document.getElementById(cellId(sheet, row, row.wrong ?? 0))?.focus();
}

function cellId(sheet: CorrectionSheet, row: CorrectionRow, index: number): string {
  return `${sheet.id}-${row.key}-${index}`;
}

function listId(sheet: CorrectionSheet, index: number): string {
  return `${sheet.id}-${index}`;
}

interface GridCellProps {
  readonly id: string;
  readonly row: CorrectionRow;
  readonly index: number;
  readonly label: string;
  readonly list: string | undefined;
  readonly text: string;
  readonly onCell: CorrectionGridProps['onCell'];
}

function GridCell({ id, row, index, label, list, text, onCell }: GridCellProps) {
  const t = useTexts(DATA_TEXTS);
  const original = row.cells[index] ?? '';
  const isEdited = text !== original;
  const isWrong = row.wrong === index && !isEdited;
  return (
    <td className={isWrong ? styles.wrong : undefined} data-edited={isEdited}>
      <input
        id={id}
        aria-label={label}
        aria-invalid={isWrong}
        title={isWrong ? row.problem.sentence : undefined}
        list={list}
        value={text}
        onChange={(event) => onCell(row, index, event.currentTarget.value)}
      />
      {isEdited && (
        <div className={styles.under}>{t('was', { text: original === '' ? t('emptyCell') : original })}</div>
      )}
    </td>
  );
}
