import { Button, Modal, NativeSelect, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { printPeriod } from '../../sentences/index.ts';
import { Finding } from '../ui/finding.tsx';
import { Form } from '../ui/form.tsx';
import { useLanguage } from '../ui/language.ts';
import { useCall } from './api.ts';
import { type Texts, useTexts } from './words.ts';

const es = {
  title: 'Reiniciar los límites habituales',
  what: 'Cuando el proceso cambió para quedarse, lo de antes ya no dice qué es lo habitual. Desde el mes que elija los límites se calculan de nuevo; otra persona lo aprueba. Con menos de seis meses no hay límites.',
  from: 'Desde',
  why: 'Qué cambió en el proceso',
  send: 'Proponer',
  cancel: 'Cancelar',
  close: 'Cerrar',
  sent: 'Quedó propuesto. Decide: {names}.',
  nobody: 'Quedó propuesto, pero hoy nadie puede decidirlo: el proceso necesita un dueño.',
  applied: 'Los límites se reiniciaron, por la excepción que está en vigor.',
};
const TEXTS = {
  es,
  en: {
    title: 'Reset the usual limits',
    what: 'When the process changed for good, what was before no longer says what is usual. From the month you choose the limits are worked out anew; another person approves it. With fewer than six months there are no limits.',
    from: 'From',
    why: 'What changed in the process',
    send: 'Propose',
    cancel: 'Cancel',
    close: 'Close',
    sent: 'Proposed. Decides: {names}.',
    nobody: 'Proposed, but nobody may decide it today: the process needs an owner.',
    applied: 'The limits were reset, by the exception in force.',
  },
} satisfies Texts<keyof typeof es>;

interface TakeLimitsProps {
  readonly indicator: string;
  /** Empty for the whole. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Months to choose from, oldest first, and the one that is offered. */
  readonly periods: readonly string[];
  readonly since: string;
  readonly onClose: () => void;
}

/** Asks from which month limits are taken anew and why, and proposes it; mount it while it is to be seen. */
export function TakeLimits({ indicator, dimensions, periods, since, onClose }: TakeLimitsProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const call = useCall('post /api/signals/baseline');
  const [from, setFrom] = useState(since);
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      {call.data ? (
        <>
          <Finding tone="met" live>
            {call.data.applied
              ? t('applied')
              : call.data.deciders.length === 0
                ? t('nobody')
                : t('sent', { names: call.data.deciders.join(', ') })}
          </Finding>
          <Button mt="md" variant="default" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      ) : (
        <Form
          submit={t('send')}
          pending={call.isPending}
          refused={call.error}
          disabled={reason.trim().length < 3}
          onSubmit={() =>
            call.mutate({ body: { indicator, dimensions, from_period: from, reason: reason.trim() } })
          }
          others={
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          }
        >
          <Text>{t('what')}</Text>
          <NativeSelect
            label={t('from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            data={periods.map((value) => ({ value, label: printPeriod(value, language) }))}
          />
          <Textarea
            label={t('why')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            autosize
            minRows={2}
            maxLength={500}
            data-autofocus
          />
        </Form>
      )}
    </Modal>
  );
}
