import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { useTexts } from '../../app/words.ts';
import { AskedField } from '../../ui/asked-field.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Check, Openable } from './answers.ts';
import styles from './attend.module.css';
import { ATTEND_TEXTS } from './attend-texts.ts';
import type { Draft } from './draft.ts';
import { isDataQuestion } from './data-update.ts';

interface QuestionsPartProps {
  readonly openable: Openable;
  readonly check: Check;
  readonly draft: Draft;
  readonly onChange: (next: Partial<Draft>) => void;
  readonly marked: boolean;
  /** Opens a data update for the same client; absent where it is not to be offered. */
  readonly update: (() => void) | undefined;
}

/** What the procedure asks with the answers so far; what is wrong, beside its question. */
export function QuestionsPart({ openable, check, draft, onChange, marked, update }: QuestionsPartProps) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const wrong = new Map(check.wrong.map(({ field, text }) => [field, text[language]]));
  const fields = check.asked.flatMap((id) => openable.fields.find((field) => field.id === id) ?? []);
  if (fields.length === 0) return null;
  return (
    <Section title={t('questions')}>
      <div className={styles.fields}>
        {fields.map((field) => {
          const value = draft.fields[field.id];
          const empty = value === undefined || value === null;
          const error = empty ? (marked && field.required ? t('required') : undefined) : wrong.get(field.id);
          return (
            <Fragment key={field.id}>
              <div id={`place-field-${field.id}`}>
                <AskedField
                  field={field}
                  value={value}
                  onChange={(next) => onChange({ fields: { ...draft.fields, [field.id]: next } })}
                  error={error}
                />
              </div>
              {update && isDataQuestion(field.id) && (
                <Finding
                  tone="info"
                  live
                  action={
                    <Button variant="default" onClick={update}>
                      {t('openUpdate')}
                    </Button>
                  }
                >
                  <strong>{t('dataDiffer')}.</strong> {t('dataDifferWhat')}
                </Finding>
              )}
            </Fragment>
          );
        })}
      </div>
    </Section>
  );
}
