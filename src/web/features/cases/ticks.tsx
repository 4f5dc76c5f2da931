import { Checkbox } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Check, Openable } from './answers.ts';
import styles from './attend.module.css';
import { ATTEND_TEXTS } from './attend-texts.ts';
import type { Draft } from './draft.ts';

interface TicksProps {
  readonly openable: Openable;
  readonly draft: Draft;
  readonly onChange: (next: Partial<Draft>) => void;
  readonly marked: boolean;
}

/** The papers that these answers need, each ticked when it is there. */
export function PapersTicks({
  openable,
  check,
  draft,
  onChange,
  marked,
}: TicksProps & { readonly check: Check }) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const papers = check.papers.flatMap((id) => openable.papers.find((paper) => paper.id === id) ?? []);
  if (papers.length === 0) return null;
  return (
    <Section title={t('papers')} finding={t('papersFinding')}>
      <ul className={styles.ticks}>
        {papers.map(({ id, label, form }) => {
          const has = draft.papers.includes(id);
          return (
            <li key={id} id={`place-paper-${id}`} className={styles.tick}>
              <Checkbox
                label={label[language]}
                description={t(`form-${form}`)}
                error={marked && !has ? t('tickIt') : undefined}
                checked={has}
                onChange={(event) =>
                  onChange({
                    papers: event.currentTarget.checked
                      ? [...draft.papers, id]
                      : draft.papers.filter((one) => one !== id),
                  })
                }
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The steps of the procedure that are done at the desk: the next one only after the one before. */
export function StepsTicks({ openable, draft, onChange, marked }: TicksProps) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const { steps } = openable;
  if (steps.length === 0) return null;
  const done = steps.findIndex(({ id }) => !draft.steps.some((step) => step.id === id));
  const next = done === -1 ? steps.length : done;
  return (
    <Section title={t('steps')} finding={t('stepsFinding')}>
      <ol className={styles.ticks}>
        {steps.map(({ id, number, name, text }, at) => (
          <li key={id} id={`place-step-${id}`} className={styles.tick} data-next={at === next}>
            <Checkbox
              label={`${number}. ${name[language]}`}
              description={text[language]}
              error={marked && at === next ? t('tickIt') : undefined}
              checked={at < next}
              disabled={at > next}
              onChange={(event) =>
                onChange({
                  steps: event.currentTarget.checked
                    ? [...draft.steps, { id, at: new Date().toISOString() }]
                    : draft.steps.filter((step) => steps.findIndex((one) => one.id === step.id) < at),
                })
              }
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
