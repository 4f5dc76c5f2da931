import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../sentences/index.ts';
import { Form } from '../ui/form.tsx';
import { useLanguage } from '../ui/language.ts';
import styles from './add-processes.module.css';
import { type ApiAnswer, useAnswer, useCall } from './api.ts';
import { type Texts, useTexts } from './words.ts';

const es = {
  title: 'Añadir sus servicios',
  what: 'Cada uno se mide aparte y suma a su familia. Quite la marca de lo que no sea un servicio suyo.',
  add: 'Añadir «{name}»',
  name: 'Nombre de «{name}»',
  family: 'Familia de «{name}»',
  nameHead: 'Servicio',
  familyHead: 'Familia a la que suma',
  none: 'Ninguna: va aparte',
  save: 'Añadir {n} servicios',
  saveOne: 'Añadir 1 servicio',
  saveNone: 'Añadir',
  cancel: 'Cancelar',
};
const TEXTS = {
  es,
  en: {
    title: 'Add your services',
    what: 'Each is measured apart and adds to its family. Untick what is no service of yours.',
    add: 'Add “{name}”',
    name: 'Name of “{name}”',
    family: 'Family of “{name}”',
    nameHead: 'Service',
    familyHead: 'Family it adds to',
    none: 'None: on its own',
    save: 'Add {n} services',
    saveOne: 'Add 1 service',
    saveNone: 'Add',
    cancel: 'Cancel',
  },
} satisfies Texts<keyof typeof es>;

type Family = ApiAnswer<'get /api/process-families'>['families'][number];

interface Line {
  readonly on: boolean;
  readonly name: string;
  readonly parent: string;
}

interface AddProcessesProps {
  /** How the file writes each, the name to begin with, and the process it looks like. */
  readonly found: readonly {
    readonly text: string;
    readonly name: string;
    readonly proposal: string | null;
  }[];
  readonly onClose: () => void;
  /** Told the id of the process that each text was made into. */
  readonly onAdded: (ids: Readonly<Record<string, string>>) => void;
}

/** Words of a name that say something, without number: «Créditos» and «crédito» are the same. */
function toStems(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3)
    .map((word) => word.replace(/e?s$/, ''));
}

/** The family that has the first word of a name; nothing where none does. */
function guessFamily(families: readonly Family[], name: string): string {
  const [first = ''] = toStems(name);
  return families.find((family) => toStems(family.name.es).includes(first))?.id ?? '';
}

/** Services of a file that the institution does not have yet, added all at once. */
export function AddProcesses({ found, onClose, onAdded }: AddProcessesProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/process-families');
  const call = useCall('post /api/processes/several');
  const [told, setTold] = useState<ReadonlyMap<string, Partial<Line>>>(new Map());
  const { families = [], alone = false } = answer.data ?? {};
  const options = [
    ...(alone ? [{ value: '', label: t('none') }] : []),
    ...families.map(({ id, name }) => ({ value: id, label: name[language] })),
  ];
  const lines = found.map(({ text, name, proposal }) => {
    // What looks like a family is one of it; what looks like a service is most likely that same one.
    const isOfFamily = families.some(({ id }) => id === proposal);
    const parent = isOfFamily ? (proposal ?? '') : guessFamily(families, name) || (options[0]?.value ?? '');
    const line: Line = { on: proposal === null || isOfFamily, name, parent, ...told.get(text) };
    return { text, line };
  });
  const chosen = lines.filter(({ line }) => line.on && line.name.trim() !== '');
  const set = (text: string, part: Partial<Line>) =>
    setTold((before) => new Map([...before, [text, { ...before.get(text), ...part }]]));
  const send = () =>
    call.mutate(
      {
        body: {
          processes: chosen.map(({ line: { name, parent } }) => ({
            name,
            parent: parent === '' ? null : parent,
          })),
        },
      },
      {
        onSuccess: ({ ids }) => {
          onAdded(Object.fromEntries(chosen.map(({ text }, index) => [text, ids[index] ?? ''])));
          onClose();
        },
      },
    );
  const n = printNumber(chosen.length, language);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="xl"
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Form
        submit={chosen.length === 0 ? t('saveNone') : chosen.length === 1 ? t('saveOne') : t('save', { n })}
        onSubmit={send}
        pending={call.isPending}
        refused={call.error ?? answer.error}
        disabled={chosen.length === 0 || options.length === 0}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <p className={styles.what}>{t('what')}</p>
        <div className={styles.heads} aria-hidden="true">
          <span>{t('nameHead')}</span>
          <span>{t('familyHead')}</span>
        </div>
        <ul className={styles.lines}>
          {lines.map(({ text, line }) => (
            <li key={text}>
              <Checkbox
                aria-label={t('add', { name: text })}
                checked={line.on}
                onChange={(event) => set(text, { on: event.currentTarget.checked })}
              />
              <TextInput
                aria-label={t('name', { name: text })}
                maxLength={120}
                value={line.name}
                disabled={!line.on}
                onChange={(event) => set(text, { name: event.currentTarget.value })}
              />
              <NativeSelect
                aria-label={t('family', { name: text })}
                data={options}
                value={line.parent}
                disabled={!line.on}
                onChange={(event) => set(text, { parent: event.currentTarget.value })}
              />
            </li>
          ))}
        </ul>
      </Form>
    </Modal>
  );
}
