import { Button, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { printDate } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Whole } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

/** Where and when it is tried small. */
export function PilotSection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { pilot, leave } = whole;
  return (
    <Section
      title={t('pilot')}
      actions={
        leave.work.may && (
          <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('planPilot')}
          </Button>
        )
      }
    >
      <p className={styles.soft}>
        {pilot === null
          ? t('pilotNone')
          : t('pilotOf', {
              units: pilot.units.join(', '),
              from: printDate(pilot.from, language),
              to: pilot.to === null ? '' : t('pilotTo', { to: printDate(pilot.to, language) }),
            })}
      </p>
      {isOpen && <PilotForm whole={whole} onDone={() => setOpen(false)} />}
    </Section>
  );
}

function PilotForm({ whole, onDone }: { readonly whole: Whole; readonly onDone: () => void }) {
  const t = useTexts(TEXTS);
  const { units: known, today } = useSession();
  const { pilot } = whole;
  const [units, setUnits] = useState<readonly string[]>(pilot?.units ?? whole.units ?? []);
  const [from, setFrom] = useState(pilot?.from ?? today);
  const [to, setTo] = useState(pilot?.to ?? '');
  const call = useCall('put /api/improvements/{id}/pilot');
  const body = { pilot: { units: [...units], from, to: to === '' ? null : to } };
  return (
    <Form
      submit={t('save')}
      pending={call.isPending}
      refused={call.error}
      disabled={units.length === 0 || from === ''}
      onSubmit={() => call.mutate({ params: { id: String(whole.id) }, body }, { onSuccess: onDone })}
    >
      <MultiSelect
        label={t('units')}
        searchable
        value={[...units]}
        data={[...new Set([...(whole.units ?? known), ...units])]}
        onChange={setUnits}
      />
      <DateField label={t('from')} value={from} onChange={setFrom} />
      <DateField label={t('to')} value={to} min={from} onChange={setTo} />
    </Form>
  );
}
