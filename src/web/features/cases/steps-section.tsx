import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import type { WholeCase } from './answers.ts';
import styles from './cases.module.css';
import { TEXTS } from './texts.ts';

/** The steps of the procedure: those done with their moment, and those to come. */
export function StepsSection({ steps }: { readonly steps: WholeCase['steps'] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('steps')}>
      <ol className={styles.steps}>
        {steps.map(({ number, name, at, comes }) => (
          <li key={number} data-done={at !== null}>
            <span className={styles.stepNumber} aria-hidden="true">
              {number}
            </span>
            <span className={styles.two}>
              <span>{name[language]}</span>
              <span className={styles.soft}>{at === null ? t(`step-${comes}`) : <Moment at={at} />}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
