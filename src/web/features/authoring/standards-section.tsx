import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { FormStandard } from '../../../kernel/index.ts';
import { printDate } from '../../../sentences/index.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import styles from './authoring.module.css';
import { useDraft } from './draft-context.ts';
import { StandardFields } from './standard-fields.tsx';
import { TEXTS } from './texts.ts';
import { sayAmount } from './units.ts';

/** The standards by date: those that hold already stay, and a new one is added with its own. */
export function StandardsSection() {
  const t = useTexts(TEXTS);
  const { form, set, settled, told } = useDraft();
  const { today } = useSession();
  const [unlocked, setUnlocked] = useState(false);
  const { standards } = form;
  const fixed = unlocked ? 0 : settled;
  const put = (index: number, next: FormStandard) =>
    set({ standards: standards.map((each, at) => (at === index ? next : each)) });
  const add = () => {
    const last = standards.at(-1);
    if (last) set({ standards: [...standards, { ...last, from: today }] });
  };
  return (
    <Section title={t('standard')} finding={t('standardFinding')}>
      <Stack gap="md">
        {fixed > 0 && (
          <div>
            <ul className={styles.past}>
              {standards.slice(0, fixed).map((standard) => (
                <PastStandard key={JSON.stringify(standard)} standard={standard} />
              ))}
            </ul>
            <Text size="sm" c="dimmed" mt="xs">
              {t('pastHelp')}
            </Text>
          </div>
        )}
        {standards.slice(fixed).map((standard, offset) => {
          const index = fixed + offset;
          return (
            <div key={`standard-${index}`} className={styles.standard}>
              <StandardFields index={index} standard={standard} onChange={(next) => put(index, next)} />
              {standards.length > 1 && (
                <div>
                  <Button
                    variant="default"
                    size="xs"
                    onClick={() => set({ standards: standards.filter((_, at) => at !== index) })}
                  >
                    {t('removeStandard')}
                  </Button>
                </div>
              )}
            </div>
          );
        })}
        {told('standards') !== undefined && standards.length === 0 && (
          <Text>{told('standards')?.sentence}</Text>
        )}
        <Group gap="sm">
          <Button variant="default" size="xs" leftSection={<Icon name="plus" size={16} />} onClick={add}>
            {t('addStandard')}
          </Button>
          {fixed > 0 && (
            <Button variant="subtle" size="xs" onClick={() => setUnlocked(true)}>
              {t('unlock')}
            </Button>
          )}
        </Group>
      </Stack>
    </Section>
  );
}

function PastStandard({ standard }: { readonly standard: FormStandard }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const say = (amount: FormStandard['floor']) => amount && sayAmount(amount.number, amount.unit, language);
  const parts = [
    standard.floor && `${t('floor').toLowerCase()} ${say(standard.floor)}`,
    standard.ceiling && `${t('ceiling').toLowerCase()} ${say(standard.ceiling)}`,
    standard.limit?.by === 'fixed' && `${t('limit').toLowerCase()} ${say(standard.limit.amount)}`,
    standard.where.length > 0 && t('pastWhere'),
  ].filter((part) => typeof part === 'string');
  return <li>{t('past', { from: printDate(standard.from, language), text: parts.join(', ') })}</li>;
}
