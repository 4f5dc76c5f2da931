import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../ui/form.tsx';
import { useLanguage } from '../ui/language.ts';
import { useAnswer, useCall } from './api.ts';
import { type Texts, useTexts } from './words.ts';

const es = {
  title: 'Añadir un proceso propio',
  name: 'Nombre del proceso',
  nameHelp: 'Como lo llaman en su institución: Crédito de consumo, Certificado bancario…',
  family: 'Familia a la que suma',
  familyHelp: 'Los resultados de la familia incluyen los de este proceso.',
  none: 'Ninguna: es una familia nueva',
  save: 'Añadir proceso',
  cancel: 'Cancelar',
};
const TEXTS = {
  es,
  en: {
    title: 'Add a process of your own',
    name: 'Name of the process',
    nameHelp: 'As your institution calls it: Consumer loan, Bank certificate…',
    family: 'Family it adds to',
    familyHelp: 'The results of the family include those of this process.',
    none: 'None: it is a new family',
    save: 'Add process',
    cancel: 'Cancel',
  },
} satisfies Texts<keyof typeof es>;

interface AddProcessProps {
  /** What the form begins with: how a file writes it, or nothing. */
  readonly name?: string;
  readonly onClose: () => void;
  /** Told the id of the process that was added. */
  readonly onAdded?: (id: string) => void;
}

/** A process of the institution's own: its name, and under which family it goes. */
export function AddProcess({ name: begun = '', onClose, onAdded }: AddProcessProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [name, setName] = useState(begun);
  const [parent, setParent] = useState<string | null>(null);
  const families = useAnswer('get /api/process-families');
  const call = useCall('post /api/processes');
  const { families: all = [], alone = false } = families.data ?? {};
  const options = [
    ...(alone ? [{ value: '', label: t('none') }] : []),
    ...all.map((family) => ({ value: family.id, label: family.name[language] })),
  ];
  const chosen = parent ?? options[0]?.value ?? '';
  const send = () =>
    call.mutate(
      { body: { name, parent: chosen === '' ? null : chosen } },
      {
        onSuccess: ({ id }) => {
          onAdded?.(id);
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Form
        submit={t('save')}
        onSubmit={send}
        pending={call.isPending}
        refused={call.error ?? families.error}
        disabled={name.trim() === '' || options.length === 0}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <NativeSelect
          label={t('family')}
          description={t('familyHelp')}
          data={options}
          value={chosen}
          onChange={(event) => setParent(event.currentTarget.value)}
        />
      </Form>
    </Modal>
  );
}
