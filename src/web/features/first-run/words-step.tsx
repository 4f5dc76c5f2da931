import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import type { StepProps } from './step-props.ts';
import { TEXTS } from './texts.ts';

/** Capital first: the word as it will stand at the head of a column. */
function toChoice<T extends string>(word: T): { readonly value: T; readonly label: string } {
  return { value: word, label: word.replace(/^./, (first) => first.toUpperCase()) };
}

/** The three words that each institution says its own way. */
export function WordsStep({ draft: { words }, onChange }: StepProps) {
  const t = useTexts(TEXTS);
  return (
    <>
      <ChoiceField
        label={t('client')}
        value={words.client}
        choices={(['cliente', 'socio'] as const).map(toChoice)}
        onChange={(client) => onChange({ words: { ...words, client } })}
      />
      <ChoiceField
        label={t('unit')}
        value={words.unit}
        choices={(['agencia', 'oficina'] as const).map(toChoice)}
        onChange={(unit) => onChange({ words: { ...words, unit } })}
      />
      <ChoiceField
        label={t('staff')}
        value={words.staff}
        choices={(['ejecutivo', 'asesor'] as const).map(toChoice)}
        onChange={(staff) => onChange({ words: { ...words, staff } })}
      />
    </>
  );
}
