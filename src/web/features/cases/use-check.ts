import type { UseQueryResult } from '@tanstack/react-query';
import type { Refused } from '../../app/api.ts';
import { callApi } from '../../app/call-api.ts';
import { type Answers, useAnswersCheck } from '../../app/use-answers-check.ts';
import type { Check } from './answers.ts';

/** What the server says of the answers so far of a case that is being opened. */
export function useCheck(procedure: string, answers: Answers): UseQueryResult<Check, Refused> {
  return useAnswersCheck({
    form: ['open', procedure],
    answers,
    ask: (fields, signal) => callApi('post /api/cases/check', { body: { procedure, fields } }, signal),
  });
}
