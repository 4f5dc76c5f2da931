import { Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import styles from './data.module.css';
import { WIZARD_TEXTS } from './texts.ts';

/** A step of the wizard: whether it is settled, wants something, or is the last one. */
export interface WizardStep {
  readonly id: 'lectura' | 'columnas' | 'codigos' | 'probar';
  readonly state: 'done' | 'attention' | 'undecided' | 'open';
  readonly enabled: boolean;
}

const LABELS = {
  lectura: 'stepLayout',
  columnas: 'stepColumns',
  codigos: 'stepCodes',
  probar: 'stepTry',
} as const;

interface StepListProps {
  readonly steps: readonly WizardStep[];
  readonly here: WizardStep['id'];
  /** Name of the file. */
  readonly name: string;
  readonly onStep: (id: string) => void;
}

/** Where one is, what is settled and what is still wanted; each step can be gone back to. */
export function StepList({ steps, here, name, onStep }: StepListProps) {
  const t = useTexts(WIZARD_TEXTS);
  return (
    <nav aria-label={name}>
      <Text size="sm" c="dimmed" mb={6}>
        {name}
      </Text>
      <ol className={styles.steps}>
        {steps.map(({ id, state, enabled }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === here ? 'step' : undefined}
              disabled={!enabled}
              onClick={() => onStep(id)}
            >
              <span className={styles.stepNumber}>{index + 1}</span>
              {t(LABELS[id])}
              {state !== 'open' && (
                <span className={styles.stepState} data-tone={state === 'attention' ? 'bad' : 'plain'}>
                  {`· ${t(state)}`}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
