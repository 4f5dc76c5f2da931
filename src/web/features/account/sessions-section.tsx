import { Button } from '@mantine/core';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { printDevice } from '../../ui/print-device.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TEXTS } from './texts.ts';

/** Where one is signed in, and closing what one does not recognise. */
export function SessionsSection() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/me/sessions');
  const end = useCall('delete /api/me/sessions/{id}');
  return (
    <Section title={t('sessions')} finding={t('sessionsAbout')}>
      {end.error && <ErrorPanel error={end.error} />}
      <LoadingPanel answer={answer}>
        {({ sessions }) => (
          <DataTable
            label={t('sessions')}
            rows={sessions}
            rowKey={({ id }) => id}
            columns={[
              { id: 'device', head: t('device'), cell: ({ agent }) => printDevice(agent) },
              { id: 'started', head: t('started'), cell: ({ started_at }) => <Moment at={started_at} /> },
              { id: 'seen', head: t('seen'), cell: ({ last_seen_at }) => <Moment at={last_seen_at} /> },
              { id: 'ip', head: t('address'), cell: ({ ip }) => ip },
              {
                id: 'end',
                head: t('state'),
                cell: ({ id, agent, current }) =>
                  current ? (
                    <StateBadge tone="info">{t('here')}</StateBadge>
                  ) : (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('endOne', { device: printDevice(agent) })}
                      onClick={() => end.mutate({ params: { id } })}
                    >
                      {t('end')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </LoadingPanel>
    </Section>
  );
}
