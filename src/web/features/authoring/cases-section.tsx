import { Button, Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './authoring.module.css';
import { ConditionsField } from './conditions-field.tsx';
import { useDraft } from './draft-context.ts';
import { LocalTextField } from './local-text-field.tsx';
import { TEXTS } from './texts.ts';

/** Which facts the indicator is about, and which of them count. */
export function CasesSection() {
  const t = useTexts(TEXTS);
  const { form, set, dataset } = useDraft();
  // The process alone is chosen above; anything else of the scope is shown here.
  const own = form.scope.filter(({ values }) => values[0] !== form.process);
  return (
    <Section title={t('cases')} finding={t('casesFinding')}>
      <Stack gap="md">
        {own.length > 0 && (
          <div>
            <Text fw={600}>{t('scope')}</Text>
            <Text size="sm" c="dimmed" mb="xs">
              {t('scopeHelp')}
            </Text>
            <ConditionsField
              field="scope"
              dataset={dataset}
              conditions={form.scope}
              onChange={(scope) => set({ scope })}
            />
          </div>
        )}
        {form.where.length === 0 && <p className={styles.soft}>{t('allCases')}</p>}
        <ConditionsField
          field="where"
          dataset={dataset}
          conditions={form.where}
          onChange={(where) => set({ where })}
        />
      </Stack>
    </Section>
  );
}

/** Facts that are set apart and counted with their reason. */
export function ExceptSection() {
  const t = useTexts(TEXTS);
  const { form, set, dataset, told } = useDraft();
  const { except } = form;
  const put = (index: number, part: Partial<(typeof except)[number]>) =>
    set({ except: except.map((item, at) => (at === index ? { ...item, ...part } : item)) });
  const add = () => {
    const codes = new Set(except.map(({ code }) => code));
    let number = except.length + 1;
    while (codes.has(`fuera-${number}`)) number += 1;
    const where = [{ column: '', test: 'is', values: [] } as const];
    set({ except: [...except, { code: `fuera-${number}`, where, text: { es: '', en: '' } }] });
  };
  return (
    <Section title={t('except')} finding={t('exceptFinding')}>
      <Stack gap="md">
        {except.map(({ code, where, text }, index) => (
          <div key={code} className={styles.standard}>
            <ConditionsField
              field={`except.${index}.where`}
              dataset={dataset}
              conditions={where}
              onChange={(next) => put(index, { where: next })}
            />
            <LocalTextField
              label={t('exceptText')}
              value={text}
              onChange={(next) => put(index, { text: next })}
              error={told(`except.${index}.text`)?.sentence}
            />
            <div>
              <Button
                variant="default"
                size="xs"
                onClick={() => set({ except: except.filter((_, at) => at !== index) })}
              >
                {t('removeExcept')}
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button variant="default" size="xs" leftSection={<Icon name="plus" size={16} />} onClick={add}>
            {t('addExcept')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
