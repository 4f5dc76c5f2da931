import { Button, Checkbox, Group, ScrollArea, Table, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/words.ts';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';
import { addFamily, addMonth, addService, readFigure, type TypedDraft } from './typed-tables.ts';

interface CellProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly figure?: boolean;
}

function Cell({ label, value, onChange, figure = false }: CellProps) {
  return (
    <TextInput
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={figure && readFigure(value) === undefined}
      inputMode={figure ? 'decimal' : 'text'}
      miw={figure ? 72 : 160}
    />
  );
}

const replaceAt = <T,>(list: readonly T[], at: number, value: T): readonly T[] =>
  list.map((item, index) => (index === at ? value : item));

interface Field {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
}

interface Line {
  readonly name: string;
  readonly mixed: boolean;
  /** Its figures, in the order of the heads. */
  readonly figures: (said: string) => readonly Field[];
  readonly setName: (name: string) => void;
  readonly setMixed: (mixed: boolean) => void;
}

interface GridProps {
  readonly title: string;
  readonly first: string;
  readonly heads: readonly ReactNode[];
  readonly lines: readonly Line[];
  readonly children: ReactNode;
}

/** A table to type into: a name, its figures, and whether it is a mixed group. */
function Grid({ title, first, heads, lines, children }: GridProps) {
  const t = useTexts(TEXTS);
  return (
    <Section title={title}>
      <ScrollArea type="auto">
        <Table aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{first}</Table.Th>
              {heads.map((head, at) => (
                <Table.Th key={at}>{head}</Table.Th>
              ))}
              <Table.Th>{t('isMixed')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ name, mixed, figures, setName, setMixed }, row) => {
              const place = t('row', { n: row + 1 });
              const said = name.trim() || place;
              return (
                <Table.Tr key={row}>
                  <Table.Td>
                    <Cell label={`${t('name')}, ${place}`} value={name} onChange={setName} />
                  </Table.Td>
                  {figures(said).map(({ label, value, set }, at) => (
                    <Table.Td key={at}>
                      <Cell figure label={label} value={value} onChange={set} />
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <Checkbox
                      aria-label={`${t('isMixed')}: ${said}`}
                      checked={mixed}
                      onChange={(event) => setMixed(event.currentTarget.checked)}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <Group gap="sm">{children}</Group>
    </Section>
  );
}

interface TypedProps {
  readonly draft: TypedDraft;
  readonly onChange: (draft: TypedDraft) => void;
}

/** Complaints of each family by month. */
export function FamiliesGrid({ draft, onChange }: TypedProps) {
  const t = useTexts(TEXTS);
  const { months, families } = draft;
  const set = (at: number, next: Partial<TypedDraft['families'][number]>) =>
    onChange({ ...draft, families: replaceAt(families, at, { ...families[at]!, ...next }) });
  return (
    <Grid
      title={t('familiesTable')}
      first={t('family')}
      heads={months.map((name, at) => (
        <Cell
          key={at}
          label={t('monthName', { n: at + 1 })}
          value={name}
          onChange={(value) => onChange({ ...draft, months: replaceAt(months, at, value) })}
        />
      ))}
      lines={families.map(({ name, mixed, values }, row) => ({
        name,
        mixed,
        setName: (next) => set(row, { name: next }),
        setMixed: (next) => set(row, { mixed: next }),
        figures: (said) =>
          months.map((month, at) => ({
            label: t('valueOf', { name: said, month: month.trim() || String(at + 1) }),
            value: values[at] ?? '',
            set: (value) =>
              set(row, { values: months.map((_, index) => (index === at ? value : (values[index] ?? ''))) }),
          })),
      }))}
    >
      <Button variant="default" onClick={() => onChange(addFamily(draft))}>
        {t('addRow')}
      </Button>
      <Button variant="default" onClick={() => onChange(addMonth(draft))}>
        {t('addMonth')}
      </Button>
    </Grid>
  );
}

/** How often each service of the family is asked for. */
export function ServicesGrid({ draft, onChange }: TypedProps) {
  const t = useTexts(TEXTS);
  const { services } = draft;
  const set = (at: number, next: Partial<TypedDraft['services'][number]>) =>
    onChange({ ...draft, services: replaceAt(services, at, { ...services[at]!, ...next }) });
  return (
    <Grid
      title={t('servicesTable')}
      first={t('service')}
      heads={[t('volume'), t('complaints')]}
      lines={services.map(({ name, mixed, volume, complaints }, row) => ({
        name,
        mixed,
        setName: (next) => set(row, { name: next }),
        setMixed: (next) => set(row, { mixed: next }),
        figures: (said) => [
          {
            label: t('volumeOf', { name: said }),
            value: volume,
            set: (value) => set(row, { volume: value }),
          },
          {
            label: t('complaintsOf', { name: said }),
            value: complaints,
            set: (value) => set(row, { complaints: value }),
          },
        ],
      }))}
    >
      <Button variant="default" onClick={() => onChange(addService(draft))}>
        {t('addRow')}
      </Button>
    </Grid>
  );
}
