import { Button, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Form } from '../../ui/form.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Sent } from './sent.tsx';
import { TEXTS } from './texts.ts';

/** Import tokens of everybody. */
export function TokensPanel() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/tokens');
  const end = useCall('delete /api/tokens/{id}');
  const mayPropose = useMay('propose-token');
  return (
    <Stack>
      <Section title={t('tokensTitle')} finding={t('tokensFinding')}>
        {end.error && <ErrorPanel error={end.error} />}
        <LoadingPanel
          answer={answer}
          isEmpty={({ tokens }) => tokens.length === 0}
          empty={<EmptyState title={t('tokensNone')}>{t('tokensNoneWhat')}</EmptyState>}
        >
          {({ tokens }) => (
            <DataTable
              label={t('tokensTitle')}
              rows={tokens}
              rowKey={({ id }) => id}
              columns={[
                { id: 'name', head: t('tokenName'), cell: ({ name }) => name },
                { id: 'person', head: t('tokenPerson'), cell: ({ person_name }) => person_name },
                { id: 'expires', head: t('expires'), cell: ({ expires_at }) => <Moment at={expires_at} /> },
                {
                  id: 'state',
                  head: t('state'),
                  cell: ({ state }) => <StateBadge>{t(`token-${state}`)}</StateBadge>,
                },
                {
                  id: 'end',
                  head: t('end'),
                  cell: ({ id, state }) =>
                    mayPropose &&
                    (state === 'waiting' || state === 'in-force') && (
                      <Button size="xs" variant="default" onClick={() => end.mutate({ params: { id } })}>
                        {t('end')}
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </LoadingPanel>
      </Section>
      {mayPropose && <TokenForm />}
    </Stack>
  );
}

function TokenForm() {
  const t = useTexts(TEXTS);
  const people = useAnswer('get /api/people');
  const call = useCall('post /api/tokens');
  const [person, setPerson] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [reason, setReason] = useState('');
  return (
    <Section title={t('tokenNew')}>
      {call.data ? (
        <Sent applied={call.data.applied} />
      ) : (
        <Form
          submit={t('send')}
          pending={call.isPending}
          refused={call.error}
          disabled={person === null || name.trim() === '' || reason.trim() === ''}
          onSubmit={() => person !== null && call.mutate({ body: { person, name, days, reason } })}
        >
          <Select
            label={t('tokenPerson')}
            searchable
            value={person}
            onChange={setPerson}
            data={(people.data?.people ?? [])
              .filter(({ state }) => state === 'active')
              .map((one) => ({ value: one.id, label: one.name }))}
          />
          <TextInput
            label={t('tokenName')}
            maxLength={80}
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
          />
          <NumberInput
            label={t('tokenDays')}
            min={1}
            max={90}
            allowDecimal={false}
            value={days}
            onChange={(value) => setDays(Number(value) || 1)}
          />
          <Textarea
            label={t('reason')}
            description={t('reasonHelp')}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Form>
      )}
    </Section>
  );
}
