import { Button } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import styles from './attend.module.css';
import { ATTEND_TEXTS } from './attend-texts.ts';
import { listPlaces, type Missing } from './list-missing.ts';

interface SendBarProps {
  readonly missing: Missing;
  readonly pending: boolean;
}

/** What is missing, always in sight, and the button that opens. Pressed early it leads to what is missing. */
export function SendBar({ missing, pending }: SendBarProps) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const count = (
    n: number,
    one: 'answersOne' | 'papersOne' | 'stepsOne',
    many: 'answersMany' | 'papersMany' | 'stepsMany',
  ) => (n === 0 ? [] : [n === 1 ? t(one) : t(many, { n })]);
  const list = [
    ...(missing.client ? [t('missing-client')] : []),
    ...(missing.unit ? [t('missing-unit')] : []),
    ...count(missing.answers.length, 'answersOne', 'answersMany'),
    ...count(missing.papers.length, 'papersOne', 'papersMany'),
    ...count(missing.steps.length, 'stepsOne', 'stepsMany'),
  ];
  const n = listPlaces(missing).length;
  const what = new Intl.ListFormat(language, { type: 'conjunction' }).format(list);
  return (
    <div className={styles.send}>
      <p>{list.length === 0 ? t('ready') : t(n === 1 ? 'missing' : 'missingMany', { what })}</p>
      <Button type="submit" size="md" loading={pending} variant={list.length === 0 ? 'filled' : 'default'}>
        {t('open')}
      </Button>
    </div>
  );
}
