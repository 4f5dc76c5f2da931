import { Button } from '@mantine/core';
import type { FormAmount } from '../../../kernel/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Said } from './answers.ts';
import styles from './authoring.module.css';
import { TEXTS } from './texts.ts';
import { sayAmount } from './units.ts';

interface FieldNoteProps {
  readonly said: Said | undefined;
  /** Puts what was probably meant in the field. */
  readonly onFix?: (fix: FormAmount) => void;
}

/** What is wrong at a group of fields, with the way out one press away. */
export function FieldNote({ said, onFix }: FieldNoteProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (said === undefined) return null;
  const { fix } = said;
  return (
    <div className={styles.note} role="alert">
      <span>{said.sentence}</span>
      {fix !== null && onFix !== undefined && (
        <Button size="xs" variant="default" onClick={() => onFix(fix)}>
          {t('fix', { amount: sayAmount(fix.number, fix.unit, language) })}
        </Button>
      )}
    </div>
  );
}
