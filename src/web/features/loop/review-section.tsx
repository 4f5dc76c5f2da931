import { Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { STAGES } from '../../../kernel/index.ts';
import { nameInImprovement, printDate, printNumber, printPercent } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { ReviewAnswer } from './answers.ts';
import styles from './loop.module.css';
import { TEXTS } from './texts.ts';

type Worth = 0 | 0.5 | 1;
const WORTH: Readonly<Record<string, Worth>> = { yes: 1, part: 0.5, no: 0 };

/** The review of the loop: what it came to, and the questions to answer it anew. */
export function ReviewSection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/loop/review');
  const [isOpen, setOpen] = useState(false);
  const may = answer.data?.may_review ?? false;
  return (
    <Section
      title={t('review')}
      actions={
        may && (
          <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('reviewStart')}
          </Button>
        )
      }
    >
      <LoadingPanel answer={answer}>
        {(review) => (
          <div className={styles.stack}>
            <p className={styles.soft}>{review.about[language]}</p>
            {isOpen ? (
              <Questions review={review} onDone={() => setOpen(false)} />
            ) : (
              <Latest review={review} />
            )}
          </div>
        )}
      </LoadingPanel>
    </Section>
  );
}

function Latest({ review }: { readonly review: ReviewAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [last, ...earlier] = review.done;
  if (!last) return <p>{t('reviewNone', { n: printNumber(review.questions.length, language) })}</p>;
  return (
    <>
      <Finding tone="info">{last.sentence[language]}</Finding>
      <p className={styles.soft}>
        {t('reviewLast', { date: printDate(last.date, language), who: last.by?.name ?? t('nobody') })}
      </p>
      <DataTable
        label={t('review')}
        rows={last.stages}
        rowKey={({ stage }) => stage}
        columns={[
          {
            id: 'stage',
            head: t('stage'),
            cell: ({ stage }) => (
              <span className={styles.head}>
                {nameInImprovement('stage', stage, language)}
                {last.weakest === stage && <StateBadge tone="alert">{t('weakest')}</StateBadge>}
              </span>
            ),
          },
          {
            id: 'score',
            head: t('score'),
            align: 'right',
            cell: ({ score }) => (score === null ? '—' : printPercent(score, language, 0)),
          },
          { id: 'n', head: 'n', align: 'right', cell: ({ n }) => printNumber(n, language) },
        ]}
      />
      {earlier.length > 0 && (
        <DataTable
          label={t('before')}
          rows={earlier}
          rowKey={({ id }) => String(id)}
          columns={[
            { id: 'date', head: t('before'), cell: ({ date }) => printDate(date, language) },
            { id: 'text', head: t('result'), cell: ({ sentence }) => sentence[language] },
          ]}
        />
      )}
    </>
  );
}

function Questions({ review, onDone }: { readonly review: ReviewAnswer; readonly onDone: () => void }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [answers, setAnswers] = useState<Readonly<Record<string, Worth>>>({});
  const [notes, setNotes] = useState('');
  const call = useCall('post /api/loop/review');
  const n = Object.keys(answers).length;
  const of = review.questions.length;
  return (
    <Form
      submit={t('reviewSave')}
      pending={call.isPending}
      refused={call.error}
      disabled={n < of}
      onSubmit={() => call.mutate({ body: { answers, notes } }, { onSuccess: onDone })}
      others={
        <span className={styles.soft}>
          {t('answered', { n: printNumber(n, language), of: printNumber(of, language) })}
        </span>
      }
    >
      {STAGES.map((stage) => {
        const questions = review.questions.filter((each) => each.stage === stage);
        if (questions.length === 0) return null;
        return (
          <div key={stage}>
            <strong>{nameInImprovement('stage', stage, language)}</strong>
            {questions.map(({ id, text }) => (
              <div key={id} className={styles.question}>
                <p id={`q-${id}`}>{text[language]}</p>
                <Group role="group" aria-labelledby={`q-${id}`}>
                  <SegmentedControl
                    aria-label={text[language]}
                    value={Object.keys(WORTH).find((name) => WORTH[name] === answers[id]) ?? ''}
                    data={Object.keys(WORTH).map((name) => ({
                      value: name,
                      label: t(name as 'yes' | 'part' | 'no'),
                    }))}
                    onChange={(name) => {
                      const worth = WORTH[name];
                      if (worth !== undefined) setAnswers((now) => ({ ...now, [id]: worth }));
                    }}
                  />
                </Group>
              </div>
            ))}
          </div>
        );
      })}
      <Textarea
        label={t('notes')}
        autosize
        minRows={2}
        maxLength={4000}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
    </Form>
  );
}
