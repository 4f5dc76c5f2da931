import { ActionIcon, Button, Group, Popover, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { nextPeriod, parsePeriod, previousPeriod } from '../../kernel/index.ts';
import { printPeriod, printShortPeriod } from '../../sentences/index.ts';
import { Icon } from '../ui/icon.tsx';
import { useLanguage } from '../ui/language.ts';
import { toPeriodYears } from './period-choices.ts';
import { readPeriod } from './read-period.ts';
import { useSession } from './session.ts';
import { APP_TEXTS } from './texts.ts';
import { useView } from './view.ts';
import { useTexts } from './words.ts';

/** The period of every screen: one back, one forward, or any with data; the name opens the choice. */
export function PeriodPicker() {
  const t = useTexts(APP_TEXTS);
  const language = useLanguage();
  const { period, setView } = useView();
  const { months: periods } = useSession();
  const [open, setOpen] = useState(false);
  const here = parsePeriod(period);
  const first = periods[0];
  const last = periods.at(-1);
  const before = here && previousPeriod(here);
  const after = here && nextPeriod(here);
  const choose = (next: string) => {
    setOpen(false);
    setView({ period: next });
  };
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('previousPeriod')}
        disabled={before === undefined || first === undefined || before.to <= `${first}-01`}
        onClick={() => before && choose(before.text)}
      >
        <Icon name="left" size={16} />
      </ActionIcon>
      <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<Icon name="calendar" size={16} />}
            aria-label={`${t('period')}: ${period === '' ? t('noPeriods') : printPeriod(period, language)}`}
            onClick={() => setOpen(!open)}
          >
            {period === '' ? t('noPeriods') : printPeriod(period, language)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown w={340} mah="75vh" style={{ overflowY: 'auto' }}>
          <PeriodChoices chosen={period} onChoose={choose} />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('nextPeriod')}
        disabled={after === undefined || last === undefined || after.from > `${last}-31`}
        onClick={() => after && choose(after.text)}
      >
        <Icon name="right" size={16} />
      </ActionIcon>
    </Group>
  );
}

interface PeriodChoicesProps {
  readonly chosen: string;
  readonly onChoose: (period: string) => void;
}

function PeriodChoices({ chosen, onChoose }: PeriodChoicesProps) {
  const t = useTexts(APP_TEXTS);
  const language = useLanguage();
  const { months: periods, today } = useSession();
  // Examples are of the latest year there are data of.
  const year = (periods.at(-1) ?? today).slice(0, 4);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const choice = (period: string, label: string) => (
    <Button
      key={period}
      size="compact-sm"
      variant={period === chosen ? 'filled' : 'default'}
      aria-pressed={period === chosen}
      aria-label={printPeriod(period, language)}
      onClick={() => onChoose(period)}
    >
      {label}
    </Button>
  );
  return (
    <Stack gap="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const period = readPeriod(typed);
          setWrong(period === undefined);
          if (period !== undefined) onChoose(period);
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('typePeriod')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={wrong ? t('notPeriod', { year }) : undefined}
            data-autofocus
          />
          <Button type="submit" variant="default">
            {t('show')}
          </Button>
        </Group>
        <Text size="xs" c="dimmed" mt={4}>
          {t('typePeriodHelp', { year })}
        </Text>
      </form>
      {toPeriodYears(periods).map(({ year, months, quarters }) => (
        <section key={year} aria-label={year}>
          <Group justify="space-between" mb={6}>
            <Text fw={600}>{year}</Text>
            {choice(year, t('wholeYear'))}
          </Group>
          <SimpleGrid cols={4} spacing={4} mb={6}>
            {quarters.map((quarter) => choice(quarter, printShortPeriod(quarter, language).slice(0, 2)))}
          </SimpleGrid>
          <SimpleGrid cols={4} spacing={4}>
            {months.map((month) => choice(month, printShortPeriod(month, language).slice(0, 3)))}
          </SimpleGrid>
        </section>
      ))}
    </Stack>
  );
}
