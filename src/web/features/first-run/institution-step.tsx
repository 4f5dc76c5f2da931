import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { printCount } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useLanguage } from '../../ui/language.ts';
import { listUsualPacks } from './start-draft.ts';
import type { StepProps } from './step-props.ts';
import { TEXTS } from './texts.ts';

/** What a pack brings, one and many. */
const NOUNS = {
  es: { indicators: ['indicador', 'indicadores'], processes: ['proceso', 'procesos'] },
  en: { indicators: ['indicator', 'indicators'], processes: ['process', 'processes'] },
} as const;

/** Name and kind; the kind brings its words along. */
export function InstitutionStep({ choices, draft, onChange }: StepProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const nouns = NOUNS[language];
  return (
    <>
      <TextInput
        label={t('name')}
        value={draft.name}
        maxLength={120}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <ChoiceField
        label={t('kind')}
        value={draft.kind}
        choices={choices.kinds.map(({ id, name }) => ({ value: id, label: name[language] }))}
        onChange={(kind) => {
          const words = choices.kinds.find(({ id }) => id === kind)?.words ?? draft.words;
          onChange({ kind, words, packs: listUsualPacks(choices, kind) });
        }}
      />
      {choices.packs.length > 0 && (
        <Checkbox.Group label={t('packs')} value={[...draft.packs]} onChange={(packs) => onChange({ packs })}>
          <Text size="sm" c="dimmed" mb="xs">
            {t('packsHelp')}
          </Text>
          <Stack gap="xs">
            {choices.packs.map(({ id, name, indicators, processes }) => (
              <Checkbox
                key={id}
                value={id}
                label={name[language]}
                description={t('packBrings', {
                  indicators: printCount(indicators, nouns.indicators, language),
                  processes: printCount(processes, nouns.processes, language),
                })}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </>
  );
}
