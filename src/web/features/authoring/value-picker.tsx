import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { TEXTS } from './texts.ts';

interface ValuePickerProps {
  readonly label: string;
  readonly dataset: string;
  readonly column: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly error?: boolean;
}

/** Values of a column picked from those seen in the data, each with how many facts have it. */
export function ValuePicker({ label, dataset, column, values, onChange, error }: ValuePickerProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const query = { dataset, column, search: asked === '' ? undefined : asked };
  const answer = useAnswer('get /api/authoring/values', { query }, { keep: true });
  const seen = answer.data?.values ?? [];
  const shown = seen.map(({ value, label: name, n }) => ({
    value,
    label: n === null ? name[language] : `${name[language]} (${printNumber(n, language)})`,
  }));
  const chosen = values
    .filter((value) => !shown.some((each) => each.value === value))
    .map((value) => ({ value, label: value }));
  return (
    <MultiSelect
      aria-label={label}
      placeholder={values.length === 0 ? t('pickValue') : undefined}
      data={[...shown, ...chosen]}
      value={[...values]}
      onChange={onChange}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={t('noValues')}
      error={error}
      hidePickedOptions
      styles={{ inputField: { minWidth: '3rem' } }}
      maxDropdownHeight={260}
    />
  );
}
