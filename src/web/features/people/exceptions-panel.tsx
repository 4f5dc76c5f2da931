import { Button, Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { printDate } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useMay, useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Sent } from './sent.tsx';
import { TEXTS } from './texts.ts';

/** Dated exceptions to the segregation of duties. */
export function ExceptionsPanel() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/exceptions');
  const end = useCall('delete /api/exceptions/{id}');
  const mayPropose = useMay('propose-exception');
  return (
    <Stack>
      <Section title={t('exceptionsTitle')} finding={t('exceptionsFinding')}>
        {end.error && <ErrorPanel error={end.error} />}
        <LoadingPanel
          answer={answer}
          isEmpty={({ exceptions }) => exceptions.length === 0}
          empty={<EmptyState title={t('exceptionsNone')}>{t('exceptionsNoneWhat')}</EmptyState>}
        >
          {({ exceptions, relaxable }) => (
            <DataTable
              label={t('exceptionsTitle')}
              rows={exceptions}
              rowKey={({ id }) => String(id)}
              columns={[
                {
                  id: 'rules',
                  head: t('rules'),
                  cell: ({ rules }) =>
                    rules.map((rule) => relaxable.find((one) => one.rule === rule)?.name ?? rule).join('; '),
                },
                { id: 'why', head: t('why'), cell: ({ reason }) => reason },
                { id: 'from', head: t('from'), cell: ({ from }) => printDate(from, language) },
                { id: 'until', head: t('until'), cell: ({ until }) => printDate(until, language) },
                { id: 'signed', head: t('signed'), cell: ({ signed_by }) => signed_by },
                { id: 'by', head: t('approvedBy'), cell: ({ approved_by }) => approved_by ?? t('nobody') },
                {
                  id: 'state',
                  head: t('state'),
                  cell: ({ in_force }) => (
                    <StateBadge tone={in_force ? 'alert' : 'none'}>
                      {in_force ? t('inForce') : t('over')}
                    </StateBadge>
                  ),
                },
                ...(mayPropose
                  ? [
                      {
                        id: 'end',
                        head: t('end'),
                        cell: ({ id, in_force }: { id: number; in_force: boolean }) =>
                          in_force && (
                            <Button
                              size="xs"
                              variant="default"
                              onClick={() => end.mutate({ params: { id: String(id) } })}
                            >
                              {t('end')}
                            </Button>
                          ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </LoadingPanel>
      </Section>
      {mayPropose && answer.data && <ExceptionForm relaxable={answer.data.relaxable} />}
    </Stack>
  );
}

interface ExceptionFormProps {
  readonly relaxable: readonly { readonly rule: string; readonly name: string }[];
}

function ExceptionForm({ relaxable }: ExceptionFormProps) {
  const t = useTexts(TEXTS);
  const { today } = useSession();
  const call = useCall('post /api/exceptions');
  const [rules, setRules] = useState<string[]>([]);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Section title={t('exceptionNew')}>
      {call.data ? (
        <Sent applied={call.data.applied} />
      ) : (
        <Form
          submit={t('send')}
          pending={call.isPending}
          refused={call.error}
          disabled={rules.length === 0 || until === '' || reason.trim() === ''}
          onSubmit={() => call.mutate({ body: { rules, until, reason } })}
        >
          <Checkbox.Group label={t('rules')} value={rules} onChange={setRules}>
            <Stack gap="xs" mt="xs">
              {relaxable.map(({ rule, name }) => (
                <Checkbox key={rule} value={rule} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
          <DateField label={t('until')} value={until} onChange={setUntil} min={today} />
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
