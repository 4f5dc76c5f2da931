import { Textarea, TextInput } from '@mantine/core';
import type { LocalText } from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { TEXTS } from './texts.ts';

interface LocalTextFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: LocalText;
  readonly onChange: (text: LocalText) => void;
  /** Shows the other language too; else a text that is one for both stays so. */
  readonly both?: boolean;
  readonly long?: boolean;
  readonly error?: string;
  readonly required?: boolean;
  readonly onBlur?: () => void;
}

/** A text in the language on screen, and in the other where it is wanted. */
export function LocalTextField(props: LocalTextFieldProps) {
  const { label, description, value, onChange, both = false, long = false, error, required, onBlur } = props;
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const other = language === 'es' ? 'en' : 'es';
  const isOne = value.es === value.en || value[other] === '';
  const change = (text: string) => {
    const same = isOne && !both;
    onChange({ ...value, [language]: text, ...(same ? { [other]: text } : {}) });
  };
  const Field = long ? Textarea : TextInput;
  const size = long ? { autosize: true, minRows: 2 } : {};
  return (
    <>
      <Field
        label={label}
        description={description}
        value={value[language]}
        onChange={(event) => change(event.currentTarget.value)}
        error={error}
        required={required}
        withAsterisk={required}
        onBlur={onBlur}
        {...size}
      />
      {both && (
        <Field
          label={t('inEnglish', { label })}
          value={isOne ? '' : value[other]}
          onChange={(event) => onChange({ ...value, [other]: event.currentTarget.value })}
          {...size}
        />
      )}
    </>
  );
}
