import { Autocomplete, Button, Modal, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { TEXTS } from './texts.ts';

/** A column of the row as a field. */
export interface RowField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'choice' | 'known';
  readonly description?: string;
  readonly required?: boolean;
  /** Values of a choice, or names offered while writing. */
  readonly values?: readonly { readonly value: string; readonly label: string }[];
  /** Identifies the row: not changed in a correction. */
  readonly key?: boolean;
}

interface RowFormProps {
  readonly dataset: 'units' | 'staff' | 'absences';
  readonly title: string;
  readonly fields: readonly RowField[];
  /** The row as it is; empty cells for a new one. */
  readonly row: Readonly<Record<string, string>>;
  readonly isNew: boolean;
  readonly onClose: () => void;
  /** Hears what came of it. */
  readonly onKept: (finding: { readonly es: string; readonly en: string }) => void;
}

/** A row of the directory in a form; what is saved goes in as a file of that data set. */
export function RowForm({ dataset, title, fields, row, isNew, onClose, onKept }: RowFormProps) {
  const t = useTexts(TEXTS);
  const [cells, setCells] = useState(row);
  const call = useCall('post /api/directory/rows/{dataset}');
  const set = (name: string) => (value: string) => setCells({ ...cells, [name]: value });
  const send = () =>
    call.mutate(
      { params: { dataset }, body: { row: cells } },
      {
        onSuccess: ({ finding }) => {
          onKept(finding);
          onClose();
        },
      },
    );
  const missing = fields.some(({ name, required }) => required && (cells[name] ?? '').trim() === '');
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Form
        submit={t('save')}
        onSubmit={send}
        pending={call.isPending}
        refused={call.error}
        disabled={missing}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={cells[field.name] ?? ''}
            onChange={set(field.name)}
            fixed={!isNew && field.key === true}
          />
        ))}
        <Text size="sm" c="dimmed">
          {t('entersAsFile')}
        </Text>
      </Form>
    </Modal>
  );
}

interface FieldProps {
  readonly field: RowField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fixed: boolean;
}

function Field({ field, value, onChange, fixed }: FieldProps) {
  const t = useTexts(TEXTS);
  const { label, kind, required, values = [] } = field;
  const description = fixed ? t('keyStays') : field.description;
  const common = { label, description, required };
  if (fixed) return <TextInput {...common} value={value} readOnly />;
  switch (kind) {
    case 'date':
      return <DateField {...common} value={value} onChange={onChange} />;
    case 'choice':
      return (
        <NativeSelect
          {...common}
          value={value}
          data={values.map((item) => ({ ...item }))}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'known':
      return (
        <Autocomplete
          {...common}
          value={value}
          onChange={onChange}
          data={values.map((item) => item.value)}
          limit={50}
        />
      );
    case 'text':
      return (
        <TextInput {...common} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    default:
      return kind satisfies never;
  }
}
