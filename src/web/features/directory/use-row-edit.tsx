import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { RowForm, type RowField } from './row-form.tsx';
import { TEXTS } from './texts.ts';

interface RowEdit {
  readonly dataset: 'units' | 'staff' | 'absences';
  readonly add: string;
  readonly correct: string;
  readonly fields: readonly RowField[];
}

type Cells = Readonly<Record<string, string>>;

/** Adding and correcting rows: the button that adds, one that corrects a row, and what is seen meanwhile. */
export function useRowEdit({ dataset, add, correct, fields }: RowEdit): {
  readonly addButton: (start?: Cells) => ReactNode;
  readonly correctButton: (row: Cells, name: string) => ReactNode;
  readonly panel: ReactNode;
} {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [open, setOpen] = useState<{ readonly row: Cells; readonly isNew: boolean } | null>(null);
  const [kept, setKept] = useState<{ readonly es: string; readonly en: string } | null>(null);
  const start = (row: Cells, isNew: boolean) => {
    setKept(null);
    setOpen({ row, isNew });
  };
  return {
    addButton: (row = {}) => <Button onClick={() => start(row, true)}>{add}</Button>,
    correctButton: (row, name) => (
      <Button
        variant="default"
        size="xs"
        onClick={() => start(row, false)}
        aria-label={`${t('correct')}: ${name}`}
      >
        {t('correct')}
      </Button>
    ),
    panel: (
      <>
        {kept && (
          <Finding tone="met" live>
            {kept[language]}
          </Finding>
        )}
        {open && (
          <RowForm
            dataset={dataset}
            title={open.isNew ? add : correct}
            fields={fields}
            row={open.row}
            isNew={open.isNew}
            onClose={() => setOpen(null)}
            onKept={setKept}
          />
        )}
      </>
    ),
  };
}
