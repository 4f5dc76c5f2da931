import { Button, NativeSelect, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Scenario } from './scenario.ts';
import { TEXTS } from './texts.ts';

interface ScenarioFieldsProps {
  readonly scenario: Scenario;
  readonly forecast: ApiAnswer<'get /api/productivity/what-if'>;
}

/** What was observed stands under each field, so that the fields themselves stand in line. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** What is supposed: each field is in the address, and empty means what was observed. */
export function ScenarioFields({ scenario, forecast }: ScenarioFieldsProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { observed, supposed, choices } = forecast;
  const number = (value: number | null) =>
    value === null ? '—' : printNumber(value, language, { maxDecimals: 1 });
  const decimalSeparator = language === 'es' ? ',' : '.';
  const field = (name: keyof Scenario['values']) => ({
    value: scenario.values[name],
    onChange: (value: string | number) => scenario.set(name, String(value)),
  });
  const minutesWas =
    supposed.basis === 'median' || scenario.values.basis === 'median'
      ? t('minutesWasMedian', { median: number(observed.minutes_median) })
      : t('minutesWas', { mean: number(observed.minutes_mean) });
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <NumberInput
          inputWrapperOrder={ORDER}
          label={t('peopleField')}
          description={t('peopleWas', { n: number(observed.people), queue: number(observed.queue_people) })}
          placeholder={number(observed.people)}
          min={0}
          max={500}
          allowDecimal={false}
          allowNegative={false}
          {...field('people')}
        />
        <NativeSelect
          label={t('schedule')}
          value={supposed.schedule}
          onChange={(event) => scenario.set('schedule', event.currentTarget.value)}
          data={choices.schedules.map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
        <NumberInput
          inputWrapperOrder={ORDER}
          label={t('demand')}
          description={t('demandWas', { n: number(observed.services) })}
          placeholder="0"
          min={-100}
          max={1000}
          step={5}
          decimalSeparator={decimalSeparator}
          {...field('demand')}
        />
        <NumberInput
          inputWrapperOrder={ORDER}
          label={t('minutesField')}
          description={minutesWas}
          placeholder={number(supposed.minutes)}
          min={0}
          max={9999}
          decimalScale={2}
          allowNegative={false}
          decimalSeparator={decimalSeparator}
          {...field('minutes')}
        />
        <NativeSelect
          label={t('serviceField')}
          value={scenario.values.service}
          onChange={(event) => scenario.set('service', event.currentTarget.value)}
          data={[
            { value: '', label: t('allServices') },
            ...choices.services.map(({ id, name }) => ({ value: id, label: name[language] })),
          ]}
        />
        <NativeSelect
          label={t('basis')}
          value={scenario.values.basis === '' ? 'mean' : scenario.values.basis}
          onChange={(event) =>
            scenario.set('basis', event.currentTarget.value === 'mean' ? '' : event.currentTarget.value)
          }
          data={[
            { value: 'mean', label: t('mean') },
            { value: 'median', label: t('median') },
          ]}
        />
        <NumberInput
          inputWrapperOrder={ORDER}
          label={t('withinField')}
          placeholder={number(supposed.within_min)}
          min={0}
          max={9999}
          decimalScale={1}
          allowNegative={false}
          decimalSeparator={decimalSeparator}
          {...field('within')}
        />
        <NumberInput
          inputWrapperOrder={ORDER}
          label={t('shareField')}
          placeholder="80"
          min={1}
          max={99}
          allowDecimal={false}
          allowNegative={false}
          {...field('share')}
        />
      </SimpleGrid>
      <div>
        <Button variant="default" onClick={scenario.reset} disabled={!scenario.isChanged}>
          {t('reset')}
        </Button>
      </div>
    </Stack>
  );
}
