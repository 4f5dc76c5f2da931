import { Button, Fieldset, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type ApiAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { TEXTS } from './texts.ts';

export type Question = ApiAnswer<'post /api/workshops/questions'>['questions'][number];

const BLANK: Question = { text: '', choices: ['', '', ''], right: 0 };
const FEWEST = 3;
const MOST = 5;

interface QuestionsFieldProps {
  readonly indicators: readonly string[];
  readonly questions: readonly Question[];
  readonly onChange: (questions: readonly Question[]) => void;
}

/** The test of a workshop: questions from the sheets, to be changed, or one's own. */
export function QuestionsField({ indicators, questions, onChange }: QuestionsFieldProps) {
  const t = useTexts(TEXTS);
  const propose = useCall('post /api/workshops/questions', { refresh: false });
  const few = questions.length > 0 && questions.length < FEWEST;
  return (
    <Stack gap="sm">
      <div>
        <Text fw={500}>{t('test')}</Text>
        <Text size="sm" c="dimmed">
          {t(questions.length === 0 ? 'testNone' : 'testFinding')}
        </Text>
      </div>
      {questions.map((question, index) => (
        <QuestionField
          key={index}
          n={index + 1}
          question={question}
          onChange={(next) => onChange(questions.with(index, next))}
          onRemove={() => onChange(questions.toSpliced(index, 1))}
        />
      ))}
      {few && <Text size="sm">{t('proposeFew', { n: String(questions.length) })}</Text>}
      {propose.error && <ErrorPanel error={propose.error} />}
      <Group gap="sm">
        <Button
          variant="default"
          disabled={indicators.length === 0}
          loading={propose.isPending}
          onClick={() =>
            propose.mutate(
              { body: { indicators } },
              { onSuccess: (proposed) => onChange(proposed.questions) },
            )
          }
        >
          {t(questions.length === 0 ? 'propose' : 'proposeAgain')}
        </Button>
        <Button
          variant="subtle"
          disabled={questions.length >= MOST}
          onClick={() => onChange([...questions, BLANK])}
        >
          {t('addQuestion')}
        </Button>
      </Group>
    </Stack>
  );
}

interface QuestionFieldProps {
  readonly n: number;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  readonly onRemove: () => void;
}

function QuestionField({ n, question, onChange, onRemove }: QuestionFieldProps) {
  const t = useTexts(TEXTS);
  const { text, choices, right } = question;
  return (
    <Fieldset legend={t('question', { n: String(n) })}>
      <Stack gap="xs">
        <TextInput
          aria-label={t('question', { n: String(n) })}
          value={text}
          maxLength={500}
          onChange={(event) => onChange({ ...question, text: event.currentTarget.value })}
        />
        {choices.map((choice, index) => (
          <Group key={index} gap="sm" wrap="nowrap">
            <Radio
              aria-label={t('right', { n: String(index + 1) })}
              name={`right-${n}`}
              checked={right === index}
              onChange={() => onChange({ ...question, right: index })}
            />
            <TextInput
              flex={1}
              aria-label={t('choice', { n: String(index + 1) })}
              placeholder={t('choice', { n: String(index + 1) })}
              value={choice}
              maxLength={300}
              onChange={(event) =>
                onChange({ ...question, choices: choices.with(index, event.currentTarget.value) })
              }
            />
          </Group>
        ))}
        <Group gap="sm">
          {choices.length < MOST && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => onChange({ ...question, choices: [...choices, ''] })}
            >
              {t('addChoice')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onRemove}>
            {t('removeQuestion', { n: String(n) })}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
