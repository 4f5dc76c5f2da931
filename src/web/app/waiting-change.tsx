import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { ConfirmWithReason } from '../ui/confirm-with-reason.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';
import { type ApiAnswer, useAnswer, useCall } from './api.ts';
import { type Texts, useTexts } from './words.ts';

type Change = NonNullable<ApiAnswer<'get /api/authoring/indicators/{id}/waiting'>['change']>;
type Decision = 'approved' | 'rejected' | 'withdrawn';

const es = {
  title: 'Un cambio de esta ficha espera decisión',
  finding: 'Mientras tanto rige lo de antes.',
  by: 'Propone',
  why: 'Motivo',
  deciders: 'Decide',
  nobody: 'Hoy nadie puede decidirla: pida en Accesos que se dé ese rol a otra persona.',
  what: 'Qué cambia',
  from: 'Era',
  to: 'Sería',
  nothing: 'nada',
  approved: 'Aprobar',
  rejected: 'Rechazar',
  withdrawn: 'Retirar la propuesta',
};
const TEXTS = {
  es,
  en: {
    title: 'A change of this sheet waits for a decision',
    finding: 'Meanwhile what was before holds.',
    by: 'Proposed by',
    why: 'Reason',
    deciders: 'Decides',
    nobody: 'Nobody may decide it today: ask in Access that somebody else be given that role.',
    what: 'What changes',
    from: 'It was',
    to: 'It would be',
    nothing: 'nothing',
    approved: 'Approve',
    rejected: 'Reject',
    withdrawn: 'Withdraw the proposal',
  },
} satisfies Texts<keyof typeof es>;

/** The change of an indicator that waits: what it was and would be, why, and the decision for whom it is theirs. */
export function WaitingChange({ id }: { readonly id: string }) {
  const { data } = useAnswer('get /api/authoring/indicators/{id}/waiting', { params: { id } });
  return data?.change ? <Waiting change={data.change} /> : null;
}

function Waiting({ change }: { readonly change: Change }) {
  const t = useTexts(TEXTS);
  const call = useCall('post /api/proposals/{id}/decide');
  const [asked, setAsked] = useState<Decision | null>(null);
  const { deciders, may_approve, own } = change;
  const offered: readonly Decision[] = [
    ...(may_approve ? (['approved', 'rejected'] as const) : []),
    ...(own ? (['withdrawn'] as const) : []),
  ];
  return (
    <Section title={t('title')} finding={t('finding')}>
      <Text>
        {t('by')}: <strong>{change.proposed_by_name}</strong>, <Moment at={change.proposed_at} />
      </Text>
      <Text>
        {t('why')}: {change.reason}
      </Text>
      <Text mb="md">{deciders.length === 0 ? t('nobody') : `${t('deciders')}: ${deciders.join(', ')}`}</Text>
      <DataTable
        label={t('what')}
        rows={change.changes}
        rowKey={({ path }) => path}
        columns={[
          { id: 'what', head: t('what'), cell: ({ label }) => label },
          { id: 'from', head: t('from'), cell: ({ from }) => from ?? t('nothing') },
          { id: 'to', head: t('to'), cell: ({ to }) => to ?? t('nothing') },
        ]}
      />
      <Group gap="sm" mt="md">
        {offered.map((decision) => (
          <Button
            key={decision}
            variant={decision === 'approved' ? 'filled' : 'default'}
            onClick={() => setAsked(decision)}
          >
            {t(decision)}
          </Button>
        ))}
      </Group>
      {asked && (
        <ConfirmWithReason
          title={t(asked)}
          confirm={t(asked)}
          pending={call.isPending}
          refused={call.error}
          onClose={() => {
            call.reset();
            setAsked(null);
          }}
          onConfirm={(reason) =>
            call.mutate(
              { params: { id: String(change.id) }, body: { decision: asked, reason } },
              { onSuccess: () => setAsked(null) },
            )
          }
        />
      )}
    </Section>
  );
}
