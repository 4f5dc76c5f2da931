import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { LocalText } from '../../../kernel/index.ts';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { CaseList } from './answers.ts';
import styles from './cases.module.css';
import { TEXTS } from './texts.ts';
import type { CaseFilters, FilterName } from './use-case-filters.ts';

interface CaseFiltersProps {
  readonly filters: CaseFilters;
  /** What may be chosen; nothing until the first answer came. */
  readonly list: CaseList | undefined;
}

/** Search and filters above the list. */
export function CaseFiltersPart({ filters, list }: CaseFiltersProps) {
  const t = useTexts(TEXTS);
  const toOption = useOption();
  /** On a phone the first ones are enough, until more are asked for. */
  const [open, setOpen] = useState(false);
  const pick = (name: FilterName, label: string, options: readonly Option[], className?: string) => (
    <NativeSelect
      className={className}
      label={label}
      value={filters.value(name)}
      data={[...options]}
      onChange={(event) => filters.set(name, event.currentTarget.value)}
    />
  );
  const people = (list?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={styles.filters} role="search" data-open={open}>
      <SearchField filters={filters} />
      {pick('due', t('due'), [
        { value: '', label: t('anyOne') },
        ...(['overdue', 'today', 'week', 'waiting', 'unknown'] as const).map((id) => ({
          value: id,
          label: t(id),
        })),
      ])}
      {pick('assigned', t('assigned'), [
        { value: '', label: t('anyOne') },
        { value: 'desk', label: t('myDesk') },
        { value: 'mine', label: t('mine') },
        { value: 'turn', label: t('myTurn') },
        { value: 'nobody', label: t('nobody') },
        ...people,
      ])}
      {pick(
        'kind',
        t('kind'),
        [{ value: '', label: t('any') }, ...(list?.kinds ?? []).map(toOption)],
        styles.rest,
      )}
      {pick(
        'procedure',
        t('procedure'),
        [{ value: '', label: t('anyOne') }, ...(list?.procedures ?? []).map(toOption)],
        styles.rest,
      )}
      {pick(
        'state',
        t('state'),
        [{ value: '', label: t('anyOne') }, ...(list?.states ?? []).map(toOption)],
        styles.rest,
      )}
      {pick(
        'sort',
        t('sort'),
        [
          { value: '', label: t('sortDue') },
          { value: 'opened', label: t('sortOpened') },
          { value: 'number', label: t('sortNumber') },
        ],
        styles.rest,
      )}
      <Switch
        className={styles.rest}
        label={t('closedToo')}
        checked={filters.value('all') !== ''}
        onChange={(event) => filters.set('all', event.currentTarget.checked ? 'si' : '')}
        pb={8}
      />
      <Button className={styles.more} variant="default" onClick={() => setOpen(!open)} aria-expanded={open}>
        {t(open ? 'fewer' : 'more')}
      </Button>
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function useOption(): (choice: { id: string; name: LocalText; n: number }) => Option {
  const language = useLanguage();
  return ({ id, name, n }) => ({ value: id, label: `${name[language]} (${printNumber(n, language)})` });
}

const PAUSE_MS = 250;

/** Asks once the typing pauses. */
function SearchField({ filters }: { readonly filters: CaseFilters }) {
  const t = useTexts(TEXTS);
  const asked = filters.value('q');
  const [text, setText] = useState(asked);
  // Cleared or gone back to from outside.
  useEffect(() => setText(asked), [asked]);
  const ask = useDebouncedCallback((next: string) => filters.set('q', next.trim()), PAUSE_MS);
  return (
    <TextInput
      className={styles.search}
      type="search"
      label={t('search')}
      placeholder={t('searchHelp')}
      leftSection={<Icon name="search" size={16} />}
      maxLength={100}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
