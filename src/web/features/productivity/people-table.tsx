import { Button, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { printNumber, printPercent } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { type PersonRow, StandingBadge } from './standing-badge.tsx';
import { TEXTS } from './texts.ts';

/** On a phone the first ones, until all are asked for. */
const FIRST = 10;

/** People with everything needed before judging any of them; worst first, as the server ordered them. */
export function PeopleTable({ people }: { readonly people: readonly PersonRow[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const [isWhole, setWhole] = useState(false);
  const isCut = narrow && !isWhole && people.length > FIRST;
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : printPercent(value, language);
  const number = (value: number) => printNumber(value, language, { maxDecimals: 0 });
  const columns: readonly Column<PersonRow>[] = [
    {
      id: 'person',
      head: t('person'),
      sort: ({ person }) => person,
      cell: (row) => <Person row={row} />,
    },
    { id: 'standing', head: t('standing'), cell: ({ standing }) => <StandingBadge standing={standing} /> },
    {
      id: 'index',
      head: t('index'),
      align: 'right',
      sort: ({ index }) => index,
      cell: ({ index, minutes, capacity_min }) => (
        <Stack gap={0}>
          <span>{share(index)}</span>
          {minutes !== null && capacity_min !== null && (
            <Text size="xs" c="dimmed" component="span">
              {t('indexNote', { needed: number(minutes), capacity: number(capacity_min) })}
            </Text>
          )}
        </Stack>
      ),
    },
    {
      id: 'adjusted',
      head: t('adjusted'),
      align: 'right',
      sort: ({ mix }) => mix?.adjusted_index ?? null,
      cell: ({ mix }) => share(mix?.adjusted_index),
    },
    {
      id: 'cases',
      head: t('cases'),
      align: 'right',
      sort: ({ services }) => services,
      cell: ({ services, presence }) => (
        <Stack gap={0}>
          <span>{number(services)}</span>
          {presence && (
            <Text size="xs" c="dimmed" component="span">
              {t('daysOf', { present: presence.present, posted: presence.posted })}
            </Text>
          )}
        </Stack>
      ),
    },
  ];
  return (
    <Stack gap="md">
      <DataTable
        label={t('byPerson')}
        columns={columns}
        rows={isCut ? people.slice(0, FIRST) : people}
        rowKey={({ person, unit }) => `${person} ${unit ?? ''}`}
      />
      {isCut && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {t('seeAll', { n: number(people.length) })}
        </Button>
      )}
    </Stack>
  );
}

/** A person, where they work, what must be known before judging, and the services that make up most of the work. */
function Person({ row: { person, unit, presence, notes, mix } }: { readonly row: PersonRow }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const services = (mix?.top ?? [])
    .map(({ name, share }) => `${name[language]} ${printPercent(share, language, 0)}`)
    .join(', ')
    .replaceAll(' %', '\u00a0%');
  const place = unit ?? presence?.units.join(', ') ?? '';
  return (
    <Stack gap={2} miw="16rem">
      <Text fw={600} component="span">
        {person}
      </Text>
      {place !== '' && (
        <Text size="xs" c="dimmed" component="span">
          {place}
        </Text>
      )}
      {notes.map((note) => (
        <Text key={note.es} size="sm" fw={400} component="span">
          {note[language]}
        </Text>
      ))}
      {services !== '' && (
        <details>
          <Text size="xs" fw={400} c="dimmed" component="summary" py={4}>
            {t('mix')}
          </Text>
          <Text size="xs" fw={400} c="dimmed" component="span">
            {services}
          </Text>
        </details>
      )}
    </Stack>
  );
}
