import { Button, Checkbox, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { printPeriod } from '../../sentences/index.ts';
import { Finding } from '../ui/finding.tsx';
import { Form } from '../ui/form.tsx';
import { useLanguage } from '../ui/language.ts';
import { useCall } from './api.ts';
import { type Texts, useTexts } from './words.ts';

const es = {
  title: 'Anotar la causa de {period}',
  what: 'Qué pasó ese mes que no pasa los demás. Otra persona lo aprueba y entonces queda escrito en el gráfico.',
  cause: 'Causa',
  causeHelp: 'Por ejemplo: «El sistema de tarjetas estuvo caído del 6 al 9».',
  excluded: 'Ese mes no cuenta para los límites habituales',
  excludedHelp: 'Solo si la causa no es parte del proceso. El mes se sigue viendo y midiendo.',
  send: 'Proponer',
  cancel: 'Cancelar',
  close: 'Cerrar',
  sent: 'Quedó propuesta. Decide: {names}.',
  nobody: 'Quedó propuesta, pero hoy nadie puede decidirla: el proceso necesita un dueño.',
  applied: 'Quedó anotada, por la excepción que está en vigor.',
};
const TEXTS = {
  es,
  en: {
    title: 'Note the cause of {period}',
    what: 'What happened that month and not in the others. Another person approves it, and then it is written on the chart.',
    cause: 'Cause',
    causeHelp: 'For example: “The card system was down from the 6th to the 9th”.',
    excluded: 'That month does not count for the usual limits',
    excludedHelp: 'Only if the cause is no part of the process. The month is still seen and measured.',
    send: 'Propose',
    cancel: 'Cancel',
    close: 'Close',
    sent: 'Proposed. Decides: {names}.',
    nobody: 'Proposed, but nobody may decide it today: the process needs an owner.',
    applied: 'Noted, by the exception in force.',
  },
} satisfies Texts<keyof typeof es>;

interface NoteCauseProps {
  readonly indicator: string;
  /** Empty for the whole. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly period: string;
  readonly onClose: () => void;
}

/** Asks for the special cause of a point and proposes it; mount it while it is to be seen. */
export function NoteCause({ indicator, dimensions, period, onClose }: NoteCauseProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const call = useCall('post /api/signals/cause');
  const [cause, setCause] = useState('');
  const [excluded, setExcluded] = useState(false);
  const title = t('title', { period: printPeriod(period, language) });
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': t('cancel') }}>
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
          disabled={cause.trim().length < 3}
          onSubmit={() =>
            call.mutate({ body: { indicator, dimensions, period, cause: cause.trim(), excluded } })
          }
          others={
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          }
        >
          <Text>{t('what')}</Text>
          <Textarea
            label={t('cause')}
            description={t('causeHelp')}
            value={cause}
            onChange={(event) => setCause(event.currentTarget.value)}
            required
            autosize
            minRows={2}
            maxLength={500}
            data-autofocus
          />
          <Checkbox
            label={t('excluded')}
            description={t('excludedHelp')}
            checked={excluded}
            onChange={(event) => setExcluded(event.currentTarget.checked)}
          />
        </Form>
      )}
    </Modal>
  );
}
