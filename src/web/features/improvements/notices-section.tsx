import { Button, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AUDIENCES, type Audience } from '../../../kernel/index.ts';
import { nameInImprovement, printDate } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Whole } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';
import { WhyNot } from './why-not.tsx';

/** Who was told what changed, with the very words. */
export function NoticesSection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { notices, leave } = whole;
  return (
    <Section
      title={t('told')}
      actions={
        leave.tell.may && (
          <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('tell')}
          </Button>
        )
      }
    >
      {isOpen && <NoticeForm whole={whole} onDone={() => setOpen(false)} />}
      {notices.length === 0 ? (
        <p className={styles.soft}>{t('toldNone')}</p>
      ) : (
        <ul className={styles.items}>
          {notices.map(({ id, audience, channel, text, units, told_on, told_by }) => (
            <li key={id}>
              <div className={styles.causeLine}>
                <StateBadge tone={audience === 'clients' ? 'met' : 'plain'}>
                  {nameInImprovement('audience', audience, language)}
                </StateBadge>
                <span>{channel}</span>
              </div>
              <p className={styles.words}>{text}</p>
              <p className={styles.soft}>
                {printDate(told_on, language)} · {units === null ? t('allOf') : units.join(', ')} ·{' '}
                {told_by?.name ?? '—'}
              </p>
            </li>
          ))}
        </ul>
      )}
      {whole.state !== 'rejected' && <WhyNot what={t('tell')} leave={leave.tell} />}
    </Section>
  );
}

function NoticeForm({ whole, onDone }: { readonly whole: Whole; readonly onDone: () => void }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { today, units: known } = useSession();
  const [audience, setAudience] = useState<Audience>('staff');
  const [channel, setChannel] = useState('');
  const [text, setText] = useState('');
  const [units, setUnits] = useState<readonly string[]>(whole.units ?? []);
  const [date, setDate] = useState(today);
  const call = useCall('post /api/improvements/{id}/notices');
  const body = {
    audience,
    channel: channel.trim(),
    text: text.trim(),
    units: units.length === 0 ? null : [...units],
    told_on: date,
  };
  return (
    <Form
      submit={t('tell')}
      pending={call.isPending}
      refused={call.error}
      disabled={body.channel === '' || body.text === '' || date === ''}
      onSubmit={() => call.mutate({ params: { id: String(whole.id) }, body }, { onSuccess: onDone })}
    >
      <ChoiceField
        label={t('audience')}
        value={audience}
        onChange={setAudience}
        choices={AUDIENCES.map((each) => ({
          value: each,
          label: nameInImprovement('audience', each, language),
        }))}
      />
      <TextInput
        label={t('channel')}
        description={t('channelHelp')}
        maxLength={100}
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value)}
      />
      <Textarea
        label={t('toldText')}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <MultiSelect
        label={t('units')}
        description={t('unitsHelp')}
        searchable
        value={[...units]}
        data={[...new Set([...(whole.units ?? known), ...units])]}
        onChange={setUnits}
      />
      <DateField label={t('toldOn')} value={date} max={today} onChange={setDate} />
    </Form>
  );
}
