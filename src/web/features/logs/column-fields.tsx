import { Button, Group, Select, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../app/words.ts';
import { TEXTS } from './texts.ts';

const ROLES = ['case', 'activity', 'time', 'hour', 'resource', 'lifecycle'] as const;
type Role = (typeof ROLES)[number];
type Chosen = Readonly<Partial<Record<Role, string | null>>>;

/** How a table is read: which header is what, and the order of its dates. */
export interface ReadSo {
  readonly columns: {
    readonly case?: string;
    readonly activity?: string;
    readonly time?: string | [string, string];
    readonly resource?: string | null;
    readonly lifecycle?: string | null;
  };
  readonly dates?: 'dmy' | 'mdy' | 'ymd';
}

interface ColumnFieldsProps {
  readonly header: readonly string[];
  /** Headers taken for each part, as the server chose them. */
  readonly taken: Readonly<Record<string, readonly string[]>>;
  readonly pending: boolean;
  readonly onRead: (reading: ReadSo) => void;
}

function toChosen(taken: ColumnFieldsProps['taken']): Chosen {
  return {
    case: taken['case']?.[0] ?? null,
    activity: taken['activity']?.[0] ?? null,
    time: taken['time']?.[0] ?? null,
    hour: taken['time']?.[1] ?? null,
    resource: taken['resource']?.[0] ?? null,
    lifecycle: taken['lifecycle']?.[0] ?? null,
  };
}

function toReading(chosen: Chosen, dates: string | null): ReadSo {
  const { time, hour } = chosen;
  return {
    columns: {
      ...(chosen.case ? { case: chosen.case } : {}),
      ...(chosen.activity ? { activity: chosen.activity } : {}),
      ...(time ? { time: hour ? [time, hour] : time } : {}),
      resource: chosen.resource ?? null,
      lifecycle: chosen.lifecycle ?? null,
    },
    ...(dates === 'dmy' || dates === 'mdy' || dates === 'ymd' ? { dates } : {}),
  };
}

/** Which column of the file is which part of an event; it is read again only when asked. */
export function ColumnFields({ header, taken, pending, onRead }: ColumnFieldsProps) {
  const t = useTexts(TEXTS);
  const [chosen, setChosen] = useState<Chosen>(() => toChosen(taken));
  const [dates, setDates] = useState<string | null>(null);
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
        {ROLES.map((role) => (
          <Select
            key={role}
            label={t(`column_${role}`)}
            placeholder={t('none')}
            clearable={role !== 'case' && role !== 'activity' && role !== 'time'}
            searchable
            data={[...header]}
            value={chosen[role] ?? null}
            onChange={(value) => setChosen({ ...chosen, [role]: value })}
          />
        ))}
        <Select
          label={t('dates')}
          placeholder={t('datesAuto')}
          clearable
          data={(['dmy', 'mdy', 'ymd'] as const).map((value) => ({ value, label: t(`dates_${value}`) }))}
          value={dates}
          onChange={setDates}
        />
      </SimpleGrid>
      <Group>
        <Button variant="default" loading={pending} onClick={() => onRead(toReading(chosen, dates))}>
          {t('again')}
        </Button>
      </Group>
    </Stack>
  );
}
