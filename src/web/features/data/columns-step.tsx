import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Say, useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { InspectedColumn, Inspection, Mapping } from './answers.ts';
import styles from './data.module.css';
import { OpenReading } from './open-reading.tsx';
import { PreviewGrid } from './preview-grid.tsx';
import { sayForm } from './say-form.ts';
import { WIZARD_TEXTS } from './texts.ts';
import type { DraftWork } from './use-draft.ts';

type Key = keyof (typeof WIZARD_TEXTS)['es'];
const CONSTANT = '\u0000constant';
const NOT_THERE = '\u0000none';

/** What is lost without a column, where it can be said. */
const LOST: Readonly<Record<string, Key>> = {
  status: 'lostStatus',
  handling_min: 'lostMinutes',
  client: 'lostClient',
  closed_at: 'lostCloses',
  outcome: 'lostOutcome',
  unit: 'lostUnit',
  person: 'lostPerson',
};

const BY: Readonly<Record<NonNullable<InspectedColumn['by']>, Key>> = {
  name: 'byName',
  similar: 'bySimilar',
  content: 'byContent',
  saved: 'bySaved',
  told: 'byTold',
};

/** Which header gives each column, what is open, and how the first rows come out. */
export function ColumnsStep({ work }: { readonly work: DraftWork }) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const { columns, missing, ignored } = work.seen;
  const labels = (names: readonly string[]) =>
    names.map((name) => columns.find((column) => column.name === name)?.label[language] ?? name).join(', ');
  const undecided = columns.filter((column) => column.undecided && !column.required).map(({ name }) => name);
  const leaves = ignored.length > 0 && undecided.length > 0;
  const open = columns.filter((column) => column.open !== null).map(({ name }) => name);
  return (
    <Stack gap="lg">
      <div aria-live="polite">
        {missing.length > 0 && <Finding tone="bad">{t('missing', { columns: labels(missing) })}</Finding>}
        {missing.length === 0 && open.length === 0 && (
          <Finding tone={leaves ? 'info' : 'met'}>
            {t('allSet')} {leaves && t('leftOver', { names: ignored.join(', '), columns: labels(undecided) })}
          </Finding>
        )}
      </div>
      {columns
        .filter((column) => column.open !== null)
        .map((column) => (
          <OpenReading key={column.name} column={column} work={work} />
        ))}
      <Section title={t('columnsTitle')} finding={t('columnsWhat')}>
        <div className={styles.columns}>
          <div className={`${styles.column} ${styles.columnHead}`} aria-hidden="true">
            <span>{t('ours')}</span>
            <span>{t('yours')}</span>
            <span>{t('readAs')}</span>
          </div>
          {columns.map((column) => (
            <ColumnLine key={column.name} column={withTold(column, work.mapping)} work={work} />
          ))}
        </div>
        <Text size="sm" c="dimmed" mt="md">
          {ignored.length === 0 ? t('unusedNone') : t('unused', { names: ignored.join(', ') })}
        </Text>
      </Section>
      <PreviewGrid seen={work.seen} spare="unknown-code" />
    </Stack>
  );
}

/** The column with what was just told of it, though the file is still being looked at again. */
function withTold(column: InspectedColumn, mapping: Mapping | null): InspectedColumn {
  const told = mapping?.columns?.[column.name];
  return told === undefined ? column : { ...column, source: told };
}

interface ColumnLineProps {
  readonly column: InspectedColumn;
  readonly work: DraftWork;
}

function setSource(mapping: Mapping, name: string, source: InspectedColumn['source']): Mapping {
  const { [name]: _, ...constants } = mapping.constants ?? {};
  return { ...mapping, columns: { ...mapping.columns, [name]: source }, constants };
}

function setConstant(mapping: Mapping, name: string, value: string): Mapping {
  const { [name]: _, ...columns } = mapping.columns ?? {};
  return { ...mapping, columns, constants: { ...mapping.constants, [name]: value } };
}

function ColumnLine({ column, work }: ColumnLineProps) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const { name, label, source, constant, required } = column;
  const [fixing, setFixing] = useState(false);
  const pair = source !== null && typeof source === 'object' && 'date' in source ? source : null;
  const main = pair ? pair.date : typeof source === 'string' ? source : null;
  const isEvent = source !== null && typeof source === 'object' && 'event' in source;
  const wantsConstant = fixing || constant !== null;
  const own = label[language];
  const isGiven = source !== null || constant !== null;
  const isDeclined = !isGiven && !column.undecided && !required;
  const lost = LOST[name];
  const choose = (value: string | null): void => {
    setFixing(value === CONSTANT);
    if (value === CONSTANT) return;
    if (value === null || value === NOT_THERE) {
      work.change((mapping) => setSource(mapping, name, null));
      return;
    }
    work.change((mapping) => setSource(mapping, name, pair ? { date: value, time: pair.time } : value));
  };
  return (
    <div
      className={styles.column}
      data-tone={required && source === null && constant === null ? 'bad' : undefined}
    >
      <div>
        <Text fw={600}>{own}</Text>
        <Text size="sm" c="dimmed">
          {required ? t('required') : t('optional')}
          {column.key ? ` · ${t('identifies')}` : ''}
        </Text>
      </div>
      <Stack gap="xs">
        {isEvent ? (
          <Text>{t('event')}</Text>
        ) : (
          <Select
            aria-label={`${t('yours')}: ${own}`}
            data={[
              ...work.seen.headers.map((header) => ({ value: header.name, label: header.name })),
              { value: CONSTANT, label: t('constant') },
              ...(required ? [] : [{ value: NOT_THERE, label: t('notThere') }]),
            ]}
            value={wantsConstant ? CONSTANT : isDeclined ? NOT_THERE : main}
            placeholder={t('noColumn')}
            onChange={choose}
            searchable
            clearable
            error={required && source === null && constant === null && !fixing}
          />
        )}
        {column.type === 'instant' && main !== null && <TimeChoice column={column} date={main} work={work} />}
        {wantsConstant && (
          <ConstantField
            column={column}
            onValue={(value) => work.change((mapping) => setConstant(mapping, name, value))}
          />
        )}
        {!isGiven && column.offer !== null && (
          <div>
            <Button variant="default" size="sm" onClick={() => choose(column.offer)}>
              {t('offer', { name: column.offer })}
            </Button>
          </div>
        )}
        <Examples seen={work.seen} header={main ?? (isGiven ? null : column.offer)} />
        {!isGiven && lost !== undefined && !required && <Text size="sm">{t(lost)}</Text>}
      </Stack>
      <div className={styles.note}>
        {column.by !== null && <div>{t(BY[column.by])}</div>}
        <Reading column={column} work={work} say={t} />
      </div>
    </div>
  );
}

/** The hour of a date that stands in a column of its own. */
function TimeChoice({ column, date, work }: ColumnLineProps & { readonly date: string }) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const { source } = column;
  const time = source !== null && typeof source === 'object' && 'date' in source ? source.time : null;
  return (
    <Select
      size="sm"
      aria-label={`${t('timeOf')}: ${column.label[language]}`}
      data={work.seen.headers.filter(({ name }) => name !== date).map(({ name }) => name)}
      value={time}
      placeholder={`${t('timeOf')}: ${t('noTime')}`}
      searchable
      clearable
      onChange={(value) =>
        work.change((mapping) =>
          setSource(mapping, column.name, value === null ? date : { date, time: value }),
        )
      }
    />
  );
}

interface ConstantFieldProps {
  readonly column: InspectedColumn;
  readonly onValue: (value: string) => void;
}

function ConstantField({ column, onValue }: ConstantFieldProps) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const label = t('constantValue', { column: column.label[language] });
  if (column.choices.length > 0)
    return (
      <Select
        aria-label={label}
        placeholder={label}
        data={column.choices.map((choice) => ({ value: choice.id, label: choice.label[language] }))}
        value={column.constant}
        searchable
        onChange={(value) => value !== null && onValue(value)}
      />
    );
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      defaultValue={column.constant ?? ''}
      onBlur={(event) => event.currentTarget.value.trim() !== '' && onValue(event.currentTarget.value.trim())}
    />
  );
}

function Examples({ seen, header }: { readonly seen: Inspection; readonly header: string | null }) {
  const found = seen.headers.find(({ name }) => name === header);
  return found && found.examples.length > 0 ? (
    <Text size="sm" c="dimmed" className={styles.note}>
      {found.examples.join(' · ')}
    </Text>
  ) : null;
}

interface ReadingProps extends ColumnLineProps {
  readonly say: Say<Key>;
}

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;

/** How dates or numbers of a column are read, by which value that is known, and the way to say otherwise. */
function Reading({ column, work, say }: ReadingProps) {
  const language = useLanguage();
  const { form, settled_by, name } = column;
  if (form === null) return null;
  const by =
    settled_by === null || settled_by === '' || settled_by === 'mapping'
      ? ''
      : say('settledBy', { value: settled_by });
  const isNumber = form === '.' || form === ',';
  const choices = isNumber ? [',', '.'] : ORDERS.some((order) => order === form) ? [...ORDERS] : [form];
  const set = (value: string | null): void => {
    if (value === ',' || value === '.')
      work.change((mapping) => ({ ...mapping, decimals: value === ',' ? 'comma' : 'point' }));
    const order = ORDERS.find((one) => one === value);
    if (order)
      work.change((mapping) => ({
        ...mapping,
        dates: { ...(typeof mapping.dates === 'object' ? mapping.dates : {}), [name]: order },
      }));
  };
  return (
    <Select
      size="xs"
      maw={220}
      aria-label={`${say('readAs')}: ${column.label[language]}`}
      description={by}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={choices.map((value) => ({ value, label: sayForm(say, value) }))}
      value={form}
      allowDeselect={false}
      onChange={set}
    />
  );
}
