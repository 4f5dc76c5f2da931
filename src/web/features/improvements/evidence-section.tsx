import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EVIDENCE_KINDS, type EvidenceKind, parsePeriod } from '../../../kernel/index.ts';
import { nameInImprovement, printNumber, printPeriod } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Whole } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';
import { WhyNot } from './why-not.tsx';

type Evidence = Whole['evidence'][number];

/** What asks for the improvement, each with its figure and where it can be seen. */
export function EvidenceSection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const [isAdding, setAdding] = useState(false);
  const { evidence, leave } = whole;
  return (
    <Section
      title={t('evidence')}
      actions={
        leave.add_evidence.may && (
          <Button variant="default" size="xs" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
            {t('addEvidence')}
          </Button>
        )
      }
    >
      {isAdding && <AddForm whole={whole} onDone={() => setAdding(false)} />}
      {evidence.length === 0 ? (
        <p className={styles.soft}>{t('evidenceNone')}</p>
      ) : (
        <ul className={styles.items}>
          {evidence.map((each) => (
            <Item key={each.id} evidence={each} />
          ))}
        </ul>
      )}
      <WhyNot what={t('addEvidence')} leave={leave.add_evidence} />
    </Section>
  );
}

/** Where what the evidence is about can be looked at; its name alone where there is no such place. */
function Subject({ evidence }: { readonly evidence: Evidence }) {
  const language = useLanguage();
  const { kind, subject, name } = evidence;
  const text = name?.[language] ?? subject;
  const period = typeof evidence.data['period'] === 'string' ? evidence.data['period'] : '';
  if (kind === 'signal' || kind === 'indicator') {
    const search = period === '' ? {} : { periodo: period };
    return <AppLink to={{ to: '/indicadores/$id', params: { id: subject }, search }}>{text}</AppLink>;
  }
  if (kind === 'case')
    return <AppLink to={{ to: '/casos/$number', params: { number: subject } }}>{text}</AppLink>;
  if (kind === 'complaints' && name !== null) {
    return <AppLink to={{ to: '/procesos/$id', params: { id: subject } }}>{text}</AppLink>;
  }
  return text;
}

function Item({ evidence }: { readonly evidence: Evidence }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { kind, data, added_by, added_at } = evidence;
  const said = data['sentence'] as { readonly es?: string; readonly en?: string } | undefined;
  const text = said?.[language] ?? (typeof data['text'] === 'string' ? data['text'] : '');
  const period = typeof data['period'] === 'string' && parsePeriod(data['period']) ? data['period'] : null;
  const n = typeof data['n'] === 'number' ? data['n'] : null;
  const facts = [
    ...(period === null ? [] : [printPeriod(period, language)]),
    ...(n === null ? [] : [t('n_cases', { n: printNumber(n, language) })]),
  ];
  return (
    <li>
      <div className={styles.causeLine}>
        <StateBadge>{nameInImprovement('evidence', kind, language)}</StateBadge>
        <Subject evidence={evidence} />
      </div>
      {text !== '' && <p className={styles.words}>{text}</p>}
      <p className={styles.soft}>
        {facts.map((fact) => `${fact} · `).join('')}
        {added_by?.name ?? '—'}, <Moment at={added_at} />
      </p>
    </li>
  );
}

function AddForm({ whole, onDone }: { readonly whole: Whole; readonly onDone: () => void }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [kind, setKind] = useState<EvidenceKind>('note');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const call = useCall('post /api/improvements/{id}/evidence');
  // A figure comes with its number from its own screen; here goes what people saw.
  const kinds = EVIDENCE_KINDS.filter((each) => each !== 'signal' && each !== 'indicator');
  const body = { kind, subject: subject.trim(), data: { text: text.trim() } };
  return (
    <Form
      submit={t('addIt')}
      pending={call.isPending}
      refused={call.error}
      disabled={body.subject === '' || body.data.text === ''}
      onSubmit={() => call.mutate({ params: { id: String(whole.id) }, body }, { onSuccess: onDone })}
    >
      <Select
        label={t('evidenceKind')}
        value={kind}
        data={kinds.map((each) => ({ value: each, label: nameInImprovement('evidence', each, language) }))}
        onChange={(next) => setKind(kinds.find((each) => each === next) ?? 'note')}
      />
      <TextInput
        label={t('evidenceSubject')}
        description={t('evidenceSubjectHelp')}
        maxLength={200}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        label={t('evidenceText')}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Form>
  );
}
