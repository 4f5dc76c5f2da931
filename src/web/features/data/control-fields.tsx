import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import type { InspectedColumn } from './answers.ts';
import { WIZARD_TEXTS } from './texts.ts';

/** Control totals as they are typed. */
export interface Control {
  readonly rows: string;
  readonly column: string | null;
  readonly total: string;
}

export const NO_CONTROL: Control = { rows: '', column: null, total: '' };

/** Totals as they are sent; a comma is taken for the decimal mark where there is no point. */
export function toControl({ rows, column, total }: Control) {
  const number = total.trim().replace(/\s/g, '');
  const plain = number.includes(',') ? number.replaceAll('.', '').replace(',', '.') : number;
  return {
    rows: /^\d+$/.test(rows) ? Number(rows) : null,
    sums: column !== null && plain !== '' ? [{ column, total: plain }] : [],
  };
}

interface ControlFieldsProps {
  readonly columns: readonly InspectedColumn[];
  readonly value: Control;
  readonly onChange: (control: Control) => void;
}

const COUNTED: readonly string[] = ['integer', 'decimal', 'duration'];

/** A number of rows and a total that came with the file, out of the way until wanted. */
export function ControlFields({ columns, value, onChange }: ControlFieldsProps) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const counted = columns.filter(({ type, source }) => COUNTED.includes(type) && source !== null);
  if (!open)
    return (
      <Group>
        <Button variant="subtle" size="sm" onClick={() => setOpen(true)}>
          {t('control')}
        </Button>
      </Group>
    );
  return (
    <Stack gap="xs">
      <div>{t('controlHelp')}</div>
      <Group align="end">
        <NumberInput
          label={t('controlRows')}
          min={0}
          value={value.rows}
          onChange={(rows) => onChange({ ...value, rows: String(rows) })}
        />
        {counted.length > 0 && (
          <>
            <Select
              label={t('controlColumn')}
              data={counted.map(({ name, label }) => ({ value: name, label: label[language] }))}
              value={value.column}
              clearable
              onChange={(column) => onChange({ ...value, column })}
            />
            <TextInput
              label={t('controlTotal')}
              value={value.total}
              onChange={(event) => onChange({ ...value, total: event.currentTarget.value })}
            />
          </>
        )}
      </Group>
    </Stack>
  );
}
