import { NativeSelect, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

type Row = ApiAnswer<'get /api/roles'>['permissions'][number];

/** What each role may do: a row per permission, a column per role; on a phone one role at a time. */
export function RolesPanel() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/roles');
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const [chosen, setChosen] = useState('');
  const cell = (reach: 'all' | 'own' | undefined) => {
    if (reach === undefined) return <span aria-label={t('none')}>—</span>;
    return <StateBadge tone={reach === 'all' ? 'met' : 'info'}>{t(reach)}</StateBadge>;
  };
  return (
    <Section title={t('rolesTitle')} finding={t('rolesFinding')}>
      <LoadingPanel answer={answer} lines={8}>
        {({ roles, permissions }) => {
          const one = roles.find(({ role }) => role === chosen) ?? roles[0];
          const shown = narrow && one ? [one] : roles;
          return (
            <Stack gap="md">
              {narrow && one && (
                <NativeSelect
                  label={t('role')}
                  data={roles.map(({ role, name }) => ({ value: role, label: name }))}
                  value={one.role}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                />
              )}
              <DataTable<Row>
                label={t('rolesTitle')}
                phone="scroll"
                rows={permissions}
                rowKey={({ permission }) => permission}
                columns={[
                  { id: 'permission', head: t('permission'), cell: ({ name }) => name },
                  ...shown.map(({ role, name }) => ({
                    id: role,
                    head: name,
                    cell: ({ reach }: Row) => cell(reach[role]),
                  })),
                ]}
              />
            </Stack>
          );
        }}
      </LoadingPanel>
    </Section>
  );
}
