import { Select, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { SUBJECT_KINDS, type SubjectKind, toKindKey } from './subject-kinds.ts';
import { TEXTS } from './texts.ts';

const PARTS = ['condition', 'criterion', 'cause', 'effect'] as const;

/** A finding: what it is about, then condition, criterion, cause and effect. */
export default function NewFindingScreen() {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const { period } = useView();
  const { institution } = useSession();
  // A screen may send the person here with what the finding is about already known.
  const [givenKind] = useAddress('sobre', 'indicator');
  const [givenSubject] = useAddress('cual');
  const [kind, setKind] = useState(SUBJECT_KINDS.find((name) => name === givenKind) ?? 'indicator');
  const [subject, setSubject] = useState(givenSubject);
  const [parts, setParts] = useState({ condition: '', criterion: '', cause: '', effect: '' });
  const call = useCall('post /api/findings');
  const whole = kind === 'institution';
  const about = whole ? institution || 'institution' : subject.trim();
  const send = () => {
    const body = { subject_kind: kind, subject: about, period: period === '' ? null : period, ...parts };
    call.mutate({ body }, { onSuccess: () => void navigate({ to: '/auditoria/hallazgos' }) });
  };
  return (
    <Page
      title={t('newFinding')}
      finding={t('newFindingAbout')}
      back={{ to: '/auditoria/hallazgos', label: t('findingsTitle') }}
      help="/auditoria/hallazgos"
      narrow
    >
      <Section>
        <Form
          submit={t('open_it')}
          pending={call.isPending}
          refused={call.error}
          disabled={about === '' || PARTS.some((part) => parts[part].trim() === '')}
          onSubmit={send}
        >
          <Select
            label={t('subjectKind')}
            value={kind}
            data={SUBJECT_KINDS.map((name) => ({ value: name, label: t(toKindKey(name)) }))}
            onChange={(next) => {
              setKind(next ?? 'indicator');
              setSubject('');
            }}
          />
          {!whole && <SubjectField kind={kind} value={subject} onChange={setSubject} />}
          {PARTS.map((part) => (
            <Textarea
              key={part}
              label={t(part)}
              description={t(`${part}Help`)}
              autosize
              minRows={3}
              maxLength={4000}
              value={parts[part]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setParts((before) => ({ ...before, [part]: value }));
              }}
            />
          ))}
        </Form>
      </Section>
    </Page>
  );
}

interface SubjectFieldProps {
  readonly kind: SubjectKind;
  readonly value: string;
  readonly onChange: (subject: string) => void;
}

/** Which one: picked where there is a list of them, written where there is none. */
function SubjectField({ kind, value, onChange }: SubjectFieldProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { units } = useSession();
  const indicators = useAnswer(
    'get /api/indicators',
    { query: {} },
    { when: kind === 'indicator' || kind === 'process' },
  );
  const named = kind === 'indicator' ? indicators.data?.indicators : indicators.data?.processes;
  const listed =
    kind === 'unit'
      ? units.map((name) => ({ value: name, label: name }))
      : named?.map(({ id, name }) => ({ value: id, label: name[language] }));
  if (kind === 'import' || kind === 'dataset') {
    return (
      <TextInput
        label={t('subject')}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <Select
      label={t('subject')}
      searchable
      value={value === '' ? null : value}
      data={listed ?? []}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
