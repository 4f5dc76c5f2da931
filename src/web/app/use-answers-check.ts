import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { FieldValue } from '../../kernel/index.ts';
import type { Refused } from './refused.ts';

/** Answers of a form by the id of their question; null where it was emptied again. */
export type Answers = Readonly<Record<string, FieldValue>>;

interface AnswersCheck<T> {
  /** What tells this form from another. */
  readonly form: readonly string[];
  readonly answers: Answers;
  readonly ask: (answers: Answers, signal: AbortSignal) => Promise<T>;
  /** False: does not ask. */
  readonly when?: boolean;
}

const PAUSE_MS = 120;
const AGAIN_MS = 3_000;

/** The answers that say something. */
export function toGiven(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));
}

/**
 * What the server says of a form half filled: asked once the typing pauses, and again by itself while
 * the server is away; meanwhile what it said last stays.
 */
export function useAnswersCheck<T>({
  form,
  answers,
  ask,
  when = true,
}: AnswersCheck<T>): UseQueryResult<T, Refused> {
  const [slow] = useDebouncedValue(JSON.stringify(toGiven(answers)), PAUSE_MS);
  return useQuery<T, Refused>({
    queryKey: ['check', ...form, slow],
    queryFn: ({ signal }) => ask(JSON.parse(slow) as Answers, signal),
    placeholderData: keepPreviousData,
    enabled: when,
    retry: (_, error) => error.status === 0 || error.status === 503,
    retryDelay: AGAIN_MS,
  });
}
