import { Input, Select, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { FormAmount } from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import styles from './authoring.module.css';
import { TEXTS } from './texts.ts';
import { toUnitChoices } from './units.ts';

interface AmountFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: FormAmount | null;
  readonly units: readonly string[];
  readonly onChange: (amount: FormAmount) => void;
  readonly error?: boolean;
}

/** A number and its unit, side by side under one label. */
export function AmountField({ label, description, value, units, onChange, error }: AmountFieldProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const id = useId();
  const unit = value?.unit ?? units[0] ?? '';
  const number = value?.number ?? '';
  const offered = units.includes(unit) ? units : [...units, unit];
  const [only] = toUnitChoices(offered, language);
  return (
    <Input.Wrapper label={label} description={description} id={id}>
      <div className={styles.amount}>
        <TextInput
          id={id}
          value={number}
          inputMode="decimal"
          error={error}
          onChange={(event) => onChange({ number: event.currentTarget.value, unit })}
        />
        {offered.length > 1 ? (
          <Select
            aria-label={`${label}: ${t('unit')}`}
            data={toUnitChoices(offered, language)}
            value={unit}
            allowDeselect={false}
            onChange={(next) => onChange({ number, unit: next ?? unit })}
          />
        ) : (
          unit !== '' && <span className={styles.unit}>{only?.label}</span>
        )}
      </div>
    </Input.Wrapper>
  );
}
