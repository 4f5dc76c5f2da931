import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { type ApiAnswer, useCall } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Section } from '../../ui/section.tsx';
import { CodeShown } from './code-shown.tsx';
import { Sent } from './sent.tsx';
import { TEXTS } from './texts.ts';

type Act = 'disable' | 'enable' | 'clear';

interface PersonActsProps {
  readonly person: ApiAnswer<'get /api/people'>['people'][number];
}

/** Disable, enable, clear the second step (proposed, with a reason); codes and sessions (at once). */
export function PersonActs({ person }: PersonActsProps) {
  const t = useTexts(TEXTS);
  const mayPropose = useMay('propose-person');
  const mayEnd = useMay('end-sessions');
  const [act, setAct] = useState<Act | null>(null);
  const acts = {
    disable: useCall('post /api/people/{id}/disable'),
    enable: useCall('post /api/people/{id}/enable'),
    clear: useCall('post /api/people/{id}/clear-second-factor'),
  };
  const recovery = useCall('post /api/people/{id}/recovery', { refresh: false });
  const end = useCall('delete /api/people/{id}/sessions');
  const params = { id: person.id };
  const offered: readonly Act[] = [
    person.state === 'active' ? 'disable' : 'enable',
    ...(person.second_factor ? (['clear'] as const) : []),
  ];
  const sent = acts.disable.data ?? acts.enable.data ?? acts.clear.data;
  const error = recovery.error ?? end.error;
  if (!mayPropose && !mayEnd) return null;
  return (
    <Section title={t('acts')}>
      <Stack>
        {sent && <Sent applied={sent.applied} />}
        {end.data && (
          <Finding tone="met" live>
            {t('ended', { n: end.data.ended })}
          </Finding>
        )}
        {error && <ErrorPanel error={error} />}
        <Group gap="sm">
          {mayPropose && (
            <Button
              variant="default"
              loading={recovery.isPending}
              onClick={() => recovery.mutate({ params })}
            >
              {t('recovery')}
            </Button>
          )}
          {mayEnd && person.open_sessions > 0 && (
            <Button variant="default" loading={end.isPending} onClick={() => end.mutate({ params })}>
              {t('endSessions')}
            </Button>
          )}
          {mayPropose &&
            offered.map((name) => (
              <Button key={name} variant="default" onClick={() => setAct(name)}>
                {t(name)}
              </Button>
            ))}
        </Group>
      </Stack>
      {act && (
        <ConfirmWithReason
          title={`${t(act)}: ${person.name}`}
          confirm={t('send')}
          danger={act === 'disable'}
          pending={acts[act].isPending}
          refused={acts[act].error}
          onClose={() => setAct(null)}
          onConfirm={(reason) =>
            acts[act].mutate({ params, body: { reason } }, { onSuccess: () => setAct(null) })
          }
        >
          {t(`${act}About`)}
        </ConfirmWithReason>
      )}
      {recovery.data && <CodeShown code={recovery.data} onClose={() => recovery.reset()} />}
    </Section>
  );
}
