import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { Assigned, CaseList } from './answers.ts';
import styles from './cases.module.css';
import { TEXTS } from './texts.ts';
import { useRoleNames } from './use-role-names.ts';

const NOBODY = '-';

interface AssignBarProps {
  readonly numbers: readonly string[];
  readonly people: CaseList['people'];
  /** The cases that were given, or could not be, are no longer chosen. */
  readonly onDone: () => void;
}

/** Cases with what is to be known of each. */
function Told({ title, told }: { readonly title: string; readonly told: Assigned['refused'] }) {
  const language = useLanguage();
  if (told.length === 0) return null;
  return (
    <>
      {title}
      <ul>
        {told.map(({ number, why }) => (
          <li key={number}>
            {number}: {why[language]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Gives the chosen cases to a person at once, and says which could not be given and why. */
export function AssignBar({ numbers, people, onDone }: AssignBarProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const sayRoles = useRoleNames();
  const [to, setTo] = useState('');
  const call = useCall('post /api/cases/assign');
  const print = (n: number) => printNumber(n, language);
  const send = () =>
    call.mutate({ body: { numbers: [...numbers], to: to === NOBODY ? null : to } }, { onSuccess: onDone });
  const result = call.data;
  return (
    <>
      {call.error && <ErrorPanel error={call.error} />}
      {result && numbers.length === 0 && (
        <Finding tone={result.refused.length + result.waiting.length > 0 ? 'alert' : 'met'} live>
          {result.assigned === 1 ? t('givenOne') : t('given', { n: print(result.assigned) })}{' '}
          <Told title={t('notGiven')} told={result.refused} />
          <Told title={t('givenWaiting')} told={result.waiting} />
        </Finding>
      )}
      {numbers.length > 0 && (
        <form
          className={styles.chosen}
          onSubmit={(event) => {
            event.preventDefault();
            if (to !== '') send();
          }}
        >
          <strong>{numbers.length === 1 ? t('chosenOne') : t('chosen', { n: print(numbers.length) })}</strong>
          <NativeSelect
            label={t('giveTo')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            data={[
              { value: '', label: '' },
              ...people.map(({ id, name, roles, n }) => ({
                value: id,
                label: t('personWith', { name, roles: sayRoles(roles), n: print(n) }),
              })),
              { value: NOBODY, label: t('leaveNobody') },
            ]}
          />
          <Button type="submit" disabled={to === ''} loading={call.isPending}>
            {t('give')}
          </Button>
        </form>
      )}
    </>
  );
}
