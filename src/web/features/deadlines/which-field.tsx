import { NativeSelect } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import type { KindDeadlines } from './answers.ts';
import { TEXTS } from './texts.ts';

interface WhichFieldProps {
  readonly scopes: KindDeadlines['scopes'];
  /** A condition; null for all cases. */
  readonly value: string | null;
  readonly onChange: (when: string | null) => void;
}

/** All cases of a kind, or those with one answer to a question of its form. */
export function WhichField({ scopes, value, onChange }: WhichFieldProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const fields = [...new Set(scopes.map(({ field }) => field[language]))];
  return (
    <NativeSelect
      label={t('which')}
      description={t('whichHelp')}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
      data={[
        { value: '', label: t('allCases') },
        ...fields.map((group) => ({
          group,
          items: scopes
            .filter(({ field }) => field[language] === group)
            .map(({ when, choice }) => ({ value: when, label: choice[language] })),
        })),
      ]}
    />
  );
}
