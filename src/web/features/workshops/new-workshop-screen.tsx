import { MultiSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { type Question, QuestionsField } from './questions-field.tsx';
import { TEXTS } from './texts.ts';

/** A workshop to come: what it is about, when, for whom, and its test. */
export default function NewWorkshopScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const { today, units: known } = useSession();
  const start = useAnswer('get /api/workshops/start');
  const call = useCall('post /api/workshops');
  const [topic, setTopic] = useState('');
  const [place, setPlace] = useState('');
  const [date, setDate] = useState(today);
  const [units, setUnits] = useState<string[]>([]);
  const [indicators, setIndicators] = useState<string[]>([]);
  const [test, setTest] = useState<readonly Question[]>([]);
  const limited = start.data?.units ?? null;
  const send = () => {
    // Who is held to some units plans for those, unless they chose among them.
    const chosen = units.length > 0 ? units : limited;
    const body = { date, topic, place, units: chosen, indicators, test };
    call.mutate(
      { body },
      { onSuccess: ({ id }) => void navigate({ to: '/mejoras/talleres/$id', params: { id: String(id) } }) },
    );
  };
  const blank = [topic, place, date].some((text) => text.trim() === '');
  return (
    <Page
      title={t('plan')}
      finding={t('newFinding')}
      back={{ to: '/mejoras/talleres', label: t('title') }}
      help="/mejoras/talleres"
      narrow
    >
      <LoadingPanel answer={start}>
        {(data) => (
          <Section>
            <Form
              submit={t('save')}
              pending={call.isPending}
              refused={call.error}
              disabled={blank}
              onSubmit={send}
            >
              <TextInput
                label={t('topic')}
                description={t('topicHelp')}
                value={topic}
                maxLength={200}
                onChange={(event) => setTopic(event.currentTarget.value)}
              />
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <DateField label={t('date')} value={date} onChange={setDate} />
                <TextInput
                  label={t('where')}
                  placeholder={t('whereHelp')}
                  value={place}
                  maxLength={200}
                  onChange={(event) => setPlace(event.currentTarget.value)}
                />
              </SimpleGrid>
              <MultiSelect
                label={t('units')}
                placeholder={units.length > 0 || limited !== null ? '' : t('unitsAll')}
                data={[...(limited ?? known)]}
                value={units.length > 0 ? units : [...(limited ?? [])]}
                searchable
                clearable
                onChange={setUnits}
              />
              <MultiSelect
                label={t('indicators')}
                description={t('indicatorsHelp')}
                data={data.indicators.map(({ id, name }) => ({ value: id, label: name[language] }))}
                value={indicators}
                searchable
                clearable
                onChange={setIndicators}
              />
              <QuestionsField indicators={indicators} questions={test} onChange={setTest} />
            </Form>
          </Section>
        )}
      </LoadingPanel>
    </Page>
  );
}
