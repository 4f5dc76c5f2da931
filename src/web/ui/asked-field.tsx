import { Autocomplete, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FieldType, FieldValue, Language, LocalText } from '../../kernel/index.ts';
import styles from './asked-field.module.css';
import { DateField } from './date-field.tsx';
import { useLanguage } from './language.ts';
import { readAmount } from './read-amount.ts';
import { useKitTexts } from './texts.ts';

/** A question as the server describes it. */
export interface Asked {
  readonly id: string;
  readonly type: FieldType;
  readonly label: LocalText;
  readonly hint: LocalText | null;
  readonly required: boolean;
  readonly choices: readonly {
    readonly id: string;
    readonly label: LocalText;
    readonly group: LocalText | null;
  }[];
  readonly many: boolean;
}

interface AskedFieldProps {
  readonly field: Asked;
  readonly value: FieldValue | undefined;
  /** Null once it is emptied. */
  readonly onChange: (value: FieldValue) => void;
  /** What is wrong in it, in words. */
  readonly error?: string;
}

/** More than these are a list to open; fewer are all in sight. */
const IN_SIGHT = 6;

/** A question that comes as data, drawn by its type; wide targets, and whole by keyboard. */
export function AskedField({ field, value, onChange, error }: AskedFieldProps) {
  const language = useLanguage();
  const { id, type, label, hint, required } = field;
  const common = {
    id: `field-${id}`,
    label: label[language],
    description: hint?.[language],
    required,
    error,
  };
  switch (type) {
    case 'choice':
      return <Choices field={field} value={value} onChange={onChange} common={common} />;
    case 'boolean':
      return <YesNo value={value} onChange={onChange} common={common} />;
    case 'date':
      return (
        <DateField
          {...common}
          value={toText(value)}
          onChange={(date) => onChange(date === '' ? null : date)}
        />
      );
    case 'integer':
    case 'money':
      return <Amount value={value} onChange={onChange} common={common} />;
    case 'long-text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={4000}
          value={toText(value)}
          onChange={(event) => onChange(orNull(event.currentTarget.value))}
        />
      );
    case 'staff':
      return (
        <Autocomplete
          {...common}
          data={field.choices.map((choice) => choice.label[language])}
          limit={20}
          maxLength={200}
          value={toText(value)}
          onChange={(text) => onChange(orNull(text))}
        />
      );
    case 'text':
      return (
        <TextInput
          {...common}
          maxLength={400}
          value={toText(value)}
          onChange={(event) => onChange(orNull(event.currentTarget.value))}
        />
      );
    default:
      return type satisfies never;
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text);
const toText = (value: FieldValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

interface Common {
  readonly id: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly error: string | undefined;
}

interface PartProps {
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  readonly common: Common;
}

function YesNo({ value, onChange, common }: PartProps) {
  const texts = useKitTexts();
  return (
    <Radio.Group
      {...common}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
      onChange={(next) => onChange(next === 'yes')}
    >
      <div className={styles.choices}>
        <Radio className={styles.choice} value="yes" label={texts.yes} />
        <Radio className={styles.choice} value="no" label={texts.no} />
      </div>
    </Radio.Group>
  );
}

/** What is typed stays as it was typed; what is kept is the number. */
function Amount({ value, onChange, common }: PartProps) {
  const language = useLanguage();
  const [text, setText] = useState(() => printTyped(value, language));
  return (
    <TextInput
      {...common}
      inputMode="decimal"
      maxLength={30}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(readAmount(event.currentTarget.value, language));
      }}
    />
  );
}

function printTyped(value: FieldValue | undefined, language: Language): string {
  const text = toText(value);
  return typeof value === 'number' && language === 'es' ? text.replace('.', ',') : text;
}

interface ChoicesProps extends PartProps {
  readonly field: Asked;
}

function Choices({ field, value, onChange, common }: ChoicesProps) {
  const language = useLanguage();
  const { choices, many } = field;
  const groups = toGroups(choices, language);
  if (many)
    return (
      <Checkbox.Group
        {...common}
        value={Array.isArray(value) ? [...(value as readonly string[])] : []}
        onChange={(next) => onChange(next.length === 0 ? null : next)}
      >
        <Boxes
          groups={groups}
          draw={(choice) => (
            <Checkbox
              key={choice.value}
              className={styles.choice}
              value={choice.value}
              label={choice.label}
            />
          )}
        />
      </Checkbox.Group>
    );
  if (choices.length > IN_SIGHT)
    return (
      <NativeSelect
        {...common}
        data={[
          { value: '', label: '' },
          ...(groups.get('') ?? []).map((item) => ({ ...item })),
          ...toOptions(groups),
        ]}
        value={toText(value)}
        onChange={(event) => onChange(orNull(event.currentTarget.value))}
      />
    );
  return (
    <Radio.Group {...common} value={toText(value)} onChange={onChange}>
      <Boxes
        groups={groups}
        draw={(choice) => (
          <Radio key={choice.value} className={styles.choice} value={choice.value} label={choice.label} />
        )}
      />
    </Radio.Group>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

type Groups = ReadonlyMap<string, readonly Option[]>;

/** Choices by the name of their group, in the order they come; those of no group under the empty name. */
function toGroups(choices: Asked['choices'], language: Language): Groups {
  const groups = new Map<string, Option[]>();
  for (const { id, label, group } of choices) {
    const name = group?.[language] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), { value: id, label: label[language] }]);
  }
  return groups;
}

/** Options for a list, under the name of their group where they have one. */
function toOptions(groups: Groups) {
  return [...groups]
    .filter(([group]) => group !== '')
    .map(([group, items]) => ({ group, items: items.map((item) => ({ ...item })) }));
}

interface BoxesProps {
  readonly groups: Groups;
  readonly draw: (choice: Option) => ReactNode;
}

function Boxes({ groups, draw }: BoxesProps) {
  return (
    <div className={styles.choices}>
      {[...groups].flatMap(([group, items]) => [
        group === '' ? null : (
          <p key={`group ${group}`} className={styles.group}>
            {group}
          </p>
        ),
        ...items.map(draw),
      ])}
    </div>
  );
}
