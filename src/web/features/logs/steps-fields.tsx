import { Select } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { Activity, LogsAnswer, StepsOf } from './answers.ts';
import { TEXTS } from './texts.ts';

/** What is chosen for an activity that no person corrected, and for one that is left aside. */
const BY_NAME = '';
const ASIDE = '-';

interface StepsFieldsProps {
  readonly activities: readonly Activity[];
  readonly procedure: LogsAnswer['procedures'][number];
  readonly steps: StepsOf;
  readonly onSteps: (steps: StepsOf) => void;
}

/** Which step of the procedure each activity of the log is. */
export function StepsFields({ activities, procedure, steps, onSteps }: StepsFieldsProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const choose = (activity: string, chosen: string | null): void => {
    const others = Object.fromEntries(Object.entries(steps).filter(([name]) => name !== activity));
    if (chosen === null || chosen === BY_NAME) onSteps(others);
    else onSteps({ ...others, [activity]: chosen === ASIDE ? null : chosen });
  };
  const chosenOf = (name: string): string => {
    const step = steps[name];
    return step === undefined ? BY_NAME : (step ?? ASIDE);
  };
  const byName = ({ step }: Activity): string => {
    const found = procedure.steps.find(({ id }) => id === step);
    return found ? `${t('byName')}: ${found.number}. ${found.name[language]}` : t('notAStep');
  };
  const columns: readonly Column<Activity>[] = [
    { id: 'activity', head: t('activity'), cell: ({ name }) => name },
    {
      id: 'events',
      head: t('events'),
      align: 'right',
      cell: ({ events }) => printNumber(events, language),
    },
    {
      id: 'step',
      head: t('isStep'),
      cell: (activity) => (
        <Select
          aria-label={`${t('isStep')}: ${activity.name}`}
          allowDeselect={false}
          data={[
            { value: BY_NAME, label: steps[activity.name] === undefined ? byName(activity) : t('byName') },
            ...procedure.steps.map(({ id, name, number }) => ({
              value: id,
              label: `${number}. ${name[language]}`,
            })),
            { value: ASIDE, label: t('aside') },
          ]}
          value={chosenOf(activity.name)}
          onChange={(chosen) => choose(activity.name, chosen)}
        />
      ),
    },
  ];
  return (
    <DataTable label={t('stepsTitle')} columns={columns} rows={activities} rowKey={({ name }) => name} />
  );
}
