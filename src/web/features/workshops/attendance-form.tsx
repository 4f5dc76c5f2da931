import { Button, Checkbox, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { type ApiSent, useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';
import type { Workshop } from './workshop.ts';

type Sent = ApiSent<'post /api/workshops/{id}/attendance'>['body']['people'][number];
interface Line extends Sent {
  /** What was answered on screen; null where nothing was. */
  readonly answered: number | null;
  /** Whether its name was kept already: then it stays. */
  readonly kept: boolean;
}

function toLines({ people, to_list }: Workshop): Line[] {
  return [
    ...people.map(({ person, name, unit, attended, points, on_screen }) => ({
      person,
      name,
      unit,
      attended,
      points: on_screen ? null : points,
      answered: on_screen ? points : null,
      kept: true,
    })),
    ...to_list.map(({ person, name, unit }) => ({
      person,
      name,
      unit,
      attended: false,
      points: null,
      answered: null,
      kept: true,
    })),
  ];
}

/** The list of a workshop, marked by whoever held it. */
export function AttendanceForm({ workshop }: { readonly workshop: Workshop }) {
  const t = useTexts(TEXTS);
  const [lines, setLines] = useState(() => toLines(workshop));
  const call = useCall('post /api/workshops/{id}/attendance');
  const { units } = useSession();
  const places = workshop.units ?? units;
  const change = (index: number, part: Partial<Line>) =>
    setLines((before) => before.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const send = () => {
    const people = lines
      .filter(({ person, name }) => person !== null || name.trim() !== '')
      .map(({ answered: _answered, kept: _kept, ...sent }) => sent);
    call.mutate({ params: { id: String(workshop.id) }, body: { people } });
  };
  const add = () =>
    setLines([
      ...lines,
      {
        person: null,
        name: '',
        unit: places[0] ?? null,
        attended: true,
        points: null,
        answered: null,
        kept: false,
      },
    ]);
  return (
    <Section title={t('attendance')} finding={t('attendanceFinding')}>
      <Form
        submit={t('record')}
        pending={call.isPending}
        refused={call.error}
        disabled={lines.length === 0}
        onSubmit={send}
        others={
          <Button variant="default" onClick={add}>
            {t('addPerson')}
          </Button>
        }
      >
        <Stack gap="sm">
          {lines.map((line, index) => (
            <AttendanceLine
              key={line.person ?? `nobody ${index}`}
              line={line}
              of={workshop.of_points}
              places={places}
              onChange={(part) => change(index, part)}
            />
          ))}
        </Stack>
      </Form>
    </Section>
  );
}

interface AttendanceLineProps {
  readonly line: Line;
  /** Questions of the test. */
  readonly of: number;
  readonly places: readonly string[];
  readonly onChange: (part: Partial<Line>) => void;
}

function AttendanceLine({ line, of, places, onChange }: AttendanceLineProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { person, name, unit, attended, points, answered, kept } = line;
  const box = (label: string) => (
    <Checkbox
      label={label}
      checked={attended}
      onChange={(event) => onChange({ attended: event.currentTarget.checked, points: null })}
    />
  );
  const paper = person === null && of > 0 && (
    <NumberInput
      w={150}
      label={t('pointsPaper')}
      value={points ?? ''}
      min={0}
      max={of}
      allowDecimal={false}
      disabled={!attended}
      onChange={(value) => onChange({ points: typeof value === 'number' ? value : null })}
    />
  );
  if (kept)
    return (
      <Group gap="md" justify="space-between" align="center">
        {box(unit === null ? name : `${name} · ${unit}`)}
        {answered !== null && (
          <Text size="sm" c="dimmed">
            {t('pointsOf', { n: printNumber(answered, language), of: printNumber(of, language) })}
          </Text>
        )}
        {paper}
      </Group>
    );
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={t('withoutAccount')}
        value={name}
        maxLength={200}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t('unit')}
        data={[...places]}
        value={unit}
        searchable
        onChange={(next) => onChange({ unit: next })}
      />
      {paper}
      {box(t('attended'))}
    </Group>
  );
}
