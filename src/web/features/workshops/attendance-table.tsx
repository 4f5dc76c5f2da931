import { Text } from '@mantine/core';
import { printDate, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TEXTS } from './texts.ts';
import type { Workshop } from './workshop.ts';

/** Who came to a workshop, of those the reader sees. */
export function AttendanceTable({ workshop }: { readonly workshop: Workshop }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (workshop.people.length === 0) {
    const later = workshop.state === 'planned';
    return (
      <Text c="dimmed">
        {later ? t('attendanceLater', { date: printDate(workshop.date, language) }) : t('attendanceNone')}
      </Text>
    );
  }
  return (
    <DataTable
      label={t('attendance')}
      rows={workshop.people}
      rowKey={({ person, name }) => person ?? name}
      columns={[
        { id: 'name', head: t('name'), cell: ({ name }) => name, sort: ({ name }) => name },
        { id: 'unit', head: t('unit'), cell: ({ unit }) => unit ?? '—', sort: ({ unit }) => unit },
        {
          id: 'attended',
          head: t('came'),
          cell: ({ attended }) => (
            <StateBadge tone={attended ? 'met' : 'none'}>{t(attended ? 'attended' : 'missed')}</StateBadge>
          ),
          sort: ({ attended }) => Number(attended),
        },
        {
          id: 'points',
          head: t('points'),
          align: 'right',
          cell: ({ points, of_points }) =>
            points === null || of_points === null
              ? '—'
              : t('pointsOf', { n: printNumber(points, language), of: printNumber(of_points, language) }),
          sort: ({ points }) => points,
        },
      ]}
    />
  );
}
