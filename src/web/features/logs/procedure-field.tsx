import { Select } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import type { LogsAnswer } from './answers.ts';
import { TEXTS } from './texts.ts';

interface ProcedureFieldProps {
  readonly procedures: LogsAnswer['procedures'];
  readonly value: string | null;
  readonly onChange: (procedure: string | null) => void;
}

/** The documented procedure a log is held against. */
export function ProcedureField({ procedures, value, onChange }: ProcedureFieldProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <Select
      label={t('procedure')}
      placeholder={t('choose')}
      searchable
      clearable
      data={procedures.map(({ id, name }) => ({ value: id, label: name[language] }))}
      value={value}
      onChange={onChange}
    />
  );
}
