import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ORIGINS } from '../../../kernel/index.ts';
import { nameInImprovement } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer, useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { TEXTS } from './texts.ts';

type Start = ApiAnswer<'get /api/improvements/start'>;

const given = (text: string): string | undefined => (text === '' ? undefined : text);

/** Opens an improvement, with what the screen one comes from already saw. */
export default function NewScreen() {
  const t = useTexts(TEXTS);
  const [origin] = useAddress('origen', 'idea');
  const [indicator] = useAddress('indicador');
  const [period] = useAddress('del-periodo');
  const [dated] = useAddress('periodo');
  const [dimensions] = useAddress('dimensiones');
  const [process] = useAddress('proceso');
  const [subject] = useAddress('sobre');
  const [number] = useAddress('caso');
  const [seen] = useAddress('visto');
  const query = {
    origin: ORIGINS.find((each) => each === origin),
    indicator: given(indicator),
    period: given(period === '' ? dated : period),
    dimensions: given(dimensions),
    process: given(process),
    subject: given(number === '' ? subject : number),
    seen: given(seen),
  };
  const answer = useAnswer('get /api/improvements/start', { query });
  return (
    <Page
      title={t('newTitle')}
      finding={t('newWhat')}
      back={{ to: '/mejoras', label: t('board') }}
      help="/mejoras"
      narrow
    >
      <LoadingPanel answer={answer}>{(start) => <NewForm start={start} />}</LoadingPanel>
    </Page>
  );
}

function NewForm({ start }: { readonly start: Start }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const session = useSession();
  const [origin, setOrigin] = useState(start.origin);
  const [title, setTitle] = useState(start.title[language]);
  const [problem, setProblem] = useState(start.problem[language]);
  const [process, setProcess] = useState(start.process);
  const [units, setUnits] = useState<readonly string[]>(start.units ?? []);
  const call = useCall('post /api/improvements');
  const send = () => {
    const body = {
      title: title.trim(),
      problem: problem.trim(),
      origin,
      process,
      units: units.length === 0 ? null : [...units],
      evidence: start.evidence.map(({ kind, subject, data }) => ({ kind, subject, data })),
    };
    call.mutate(
      { body },
      {
        onSuccess: ({ id }) => void navigate({ to: '/mejoras/$id', params: { id: String(id) } } as never),
      },
    );
  };
  return (
    <Section>
      <Form
        submit={t('openIt')}
        pending={call.isPending}
        refused={call.error}
        disabled={title.trim() === '' || problem.trim() === ''}
        onSubmit={send}
      >
        <Select
          label={t('origin')}
          value={origin}
          data={ORIGINS.map((each) => ({ value: each, label: nameInImprovement('origin', each, language) }))}
          onChange={(next) => setOrigin(ORIGINS.find((each) => each === next) ?? 'idea')}
        />
        <TextInput
          label={t('title')}
          description={t('titleHelp')}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={t('problem')}
          description={t('problemHelp')}
          autosize
          minRows={3}
          maxLength={4000}
          value={problem}
          onChange={(event) => setProblem(event.currentTarget.value)}
        />
        <Select
          label={t('process')}
          searchable
          clearable
          placeholder={t('noProcess')}
          value={process}
          data={start.processes.map(({ id, name }) => ({ value: id, label: name[language] }))}
          onChange={setProcess}
        />
        <MultiSelect
          label={t('units')}
          description={t(start.needs_units ? 'unitsHelpOwn' : 'unitsHelp')}
          searchable
          value={[...units]}
          data={[...new Set([...session.units, ...units])]}
          onChange={setUnits}
        />
        {start.evidence.map(({ kind, subject, data }) => {
          const said = data['sentence'] as { readonly es?: string; readonly en?: string } | undefined;
          return (
            <Finding key={`${kind} ${subject}`} tone="info">
              {t('withEvidence')}: {nameInImprovement('evidence', kind, language)}. {said?.[language] ?? ''}
            </Finding>
          );
        })}
      </Form>
    </Section>
  );
}
