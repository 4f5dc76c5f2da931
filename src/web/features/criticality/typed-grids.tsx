import { Button, Checkbox, Group, ScrollArea, Table, TextInput } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';
import { addFamily, addMonth, addService, readFigure, type TypedDraft } from './typed-tables.ts';

interface GridProps {
  readonly draft: TypedDraft;
  readonly onChange: (draft: TypedDraft) => void;
}

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

/** Complaints of each family by month. */
export function FamiliesGrid({ draft, onChange }: GridProps) {
  const t = useTexts(TEXTS);
  const { months, families } = draft;
  const set = (at: number, next: Partial<TypedDraft['families'][number]>) =>
    onChange({ ...draft, families: replaceAt(families, at, { ...families[at]!, ...next }) });
  return (
    <Section title={t('familiesTable')}>
      <ScrollArea type="auto">
        <Table aria-label={t('familiesTable')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('family')}</Table.Th>
              {months.map((name, at) => (
                <Table.Th key={at}>
                  <Cell
                    label={t('monthName', { n: at + 1 })}
                    value={name}
                    onChange={(value) => onChange({ ...draft, months: replaceAt(months, at, value) })}
                  />
                </Table.Th>
              ))}
              <Table.Th>{t('isMixed')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {families.map(({ name, mixed, values }, row) => {
              const said = name.trim() || t('row', { n: row + 1 });
              return (
                <Table.Tr key={row}>
                  <Table.Td>
                    <Cell
                      label={`${t('name')}, ${t('row', { n: row + 1 })}`}
                      value={name}
                      onChange={(value) => set(row, { name: value })}
                    />
                  </Table.Td>
                  {months.map((month, at) => (
                    <Table.Td key={at}>
                      <Cell
                        figure
                        label={t('valueOf', { name: said, month: month.trim() || String(at + 1) })}
                        value={values[at] ?? ''}
                        onChange={(value) =>
                          set(row, {
                            values: months.map((_, index) => (index === at ? value : (values[index] ?? ''))),
                          })
                        }
                      />
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <Checkbox
                      aria-label={`${t('isMixed')}: ${said}`}
                      checked={mixed}
                      onChange={(event) => set(row, { mixed: event.currentTarget.checked })}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <Group gap="sm">
        <Button variant="default" onClick={() => onChange(addFamily(draft))}>
          {t('addRow')}
        </Button>
        <Button variant="default" onClick={() => onChange(addMonth(draft))}>
          {t('addMonth')}
        </Button>
      </Group>
    </Section>
  );
}

/** How often each service of the family is asked for. */
export function ServicesGrid({ draft, onChange }: GridProps) {
  const t = useTexts(TEXTS);
  const { services } = draft;
  const set = (at: number, next: Partial<TypedDraft['services'][number]>) =>
    onChange({ ...draft, services: replaceAt(services, at, { ...services[at]!, ...next }) });
  return (
    <Section title={t('servicesTable')}>
      <ScrollArea type="auto">
        <Table aria-label={t('servicesTable')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('service')}</Table.Th>
              <Table.Th>{t('volume')}</Table.Th>
              <Table.Th>{t('complaints')}</Table.Th>
              <Table.Th>{t('isMixed')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {services.map(({ name, mixed, volume, complaints }, row) => {
              const said = name.trim() || t('row', { n: row + 1 });
              return (
                <Table.Tr key={row}>
                  <Table.Td>
                    <Cell
                      label={`${t('name')}, ${t('row', { n: row + 1 })}`}
                      value={name}
                      onChange={(value) => set(row, { name: value })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Cell
                      figure
                      label={t('volumeOf', { name: said })}
                      value={volume}
                      onChange={(value) => set(row, { volume: value })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Cell
                      figure
                      label={t('complaintsOf', { name: said })}
                      value={complaints}
                      onChange={(value) => set(row, { complaints: value })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Checkbox
                      aria-label={`${t('isMixed')}: ${said}`}
                      checked={mixed}
                      onChange={(event) => set(row, { mixed: event.currentTarget.checked })}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <Group gap="sm">
        <Button variant="default" onClick={() => onChange(addService(draft))}>
          {t('addRow')}
        </Button>
      </Group>
    </Section>
  );
}
