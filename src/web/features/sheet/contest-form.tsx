import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { TEXTS } from './texts.ts';

interface ContestFormProps {
  readonly indicator: string;
  readonly period: string;
  readonly dataset: string;
  /** Rows by import and position: `3 17`. */
  readonly chosen: ReadonlySet<string>;
  readonly onDone: () => void;
}

/** Contests the chosen rows: why they should not count, and what shows it. */
export function ContestForm({ indicator, period, dataset, chosen, onDone }: ContestFormProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const contest = useCall('post /api/contests');
  const n = printNumber(chosen.size, language);
  const send = () =>
    contest.mutate(
      {
        body: {
          period,
          indicator,
          dataset,
          rows: [...chosen].map((place) => {
            const [seq = 0, row = 0] = place.split(' ').map(Number);
            return { seq, row };
          }),
          reason,
          evidence,
        },
      },
      {
        onSuccess: () => {
          setOpen(false);
          setReason('');
          setEvidence('');
          onDone();
        },
      },
    );
  return (
    <>
      {contest.isSuccess && chosen.size === 0 && (
        <Finding
          tone="met"
          live
          action={
            <LinkButton to={{ to: '/datos/cierre', search: { periodo: period } }} variant="default">
              {t('toContests')}
            </LinkButton>
          }
        >
          {t('contested')}
        </Finding>
      )}
      {chosen.size > 0 && (
        <Group gap="sm" my="sm">
          <Button onClick={() => setOpen(true)}>
            {chosen.size === 1 ? t('contestOne') : t('contest', { n })}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('chooseNone')}
          </Button>
        </Group>
      )}
      {open && (
        <Modal
          opened
          onClose={() => setOpen(false)}
          title={chosen.size === 1 ? t('contestOne') : t('contest', { n })}
          centered
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <Form
            submit={t('contestSend')}
            onSubmit={send}
            pending={contest.isPending}
            refused={contest.error}
            disabled={reason.trim() === '' || evidence.trim() === ''}
          >
            <Text>{t('contestWhat')}</Text>
            <Textarea
              label={t('contestReason')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              required
              autosize
              minRows={2}
              data-autofocus
            />
            <Textarea
              label={t('contestEvidence')}
              description={t('contestEvidenceHelp')}
              value={evidence}
              onChange={(event) => setEvidence(event.currentTarget.value)}
              required
              autosize
              minRows={2}
            />
          </Form>
        </Modal>
      )}
    </>
  );
}
