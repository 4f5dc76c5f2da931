import { Text } from '@mantine/core';
import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TEXTS } from './texts.ts';

interface DecidedTableProps {
  readonly proposals: ApiAnswer<'get /api/proposals'>['proposals'];
}

/** What was decided, by whom and why. */
export function DecidedTable({ proposals }: DecidedTableProps) {
  const t = useTexts(TEXTS);
  return (
    <DataTable
      label={t('decided')}
      rows={proposals}
      rowKey={({ id }) => String(id)}
      empty={<Text c="dimmed">{t('noneDecided')}</Text>}
      columns={[
        { id: 'what', head: t('what'), cell: ({ sentence }) => sentence },
        { id: 'by', head: t('by'), cell: ({ proposed_by_name }) => proposed_by_name ?? '—' },
        {
          id: 'decision',
          head: t('decision'),
          cell: ({ decision }) => <StateBadge>{decision === null ? t('waiting') : t(decision)}</StateBadge>,
        },
        {
          id: 'when',
          head: t('when'),
          cell: ({ decided_at }) => (decided_at === null ? '—' : <Moment at={decided_at} />),
        },
        {
          id: 'why',
          head: t('why'),
          cell: ({ decided_by_name, decision_reason }) =>
            [decided_by_name, decision_reason].filter((text) => text !== null && text !== '').join(': '),
        },
      ]}
    />
  );
}
