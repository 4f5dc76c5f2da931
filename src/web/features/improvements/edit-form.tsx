import { Button, Modal, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Whole } from './answers.ts';
import { TEXTS } from './texts.ts';

/** A button that opens the form of what an improvement says. */
export function EditForm({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="edit" size={14} />}
        onClick={() => setOpen(true)}
        aria-label={t('edit')}
      >
        {t('edit')}
      </Button>
      {isOpen && <EditModal whole={whole} onClose={() => setOpen(false)} />}
    </>
  );
}

function EditModal({ whole, onClose }: { readonly whole: Whole; readonly onClose: () => void }) {
  const t = useTexts(TEXTS);
  const session = useSession();
  const [title, setTitle] = useState(whole.title);
  const [problem, setProblem] = useState(whole.problem);
  const [units, setUnits] = useState<readonly string[]>(whole.units ?? []);
  const call = useCall('put /api/improvements/{id}');
  const send = () =>
    call.mutate(
      {
        params: { id: String(whole.id) },
        body: {
          title: title.trim(),
          problem: problem.trim(),
          process: whole.process?.id ?? null,
          units: units.length === 0 ? null : [...units],
          seen: whole.last_event,
        },
      },
      { onSuccess: onClose },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('edit')}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Form
        submit={t('save')}
        pending={call.isPending}
        refused={call.error}
        disabled={title.trim() === '' || problem.trim() === ''}
        onSubmit={send}
      >
        <TextInput
          label={t('title')}
          maxLength={200}
          value={title}
          data-autofocus
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Textarea
          label={t('problem')}
          autosize
          minRows={3}
          maxLength={4000}
          value={problem}
          onChange={(event) => setProblem(event.currentTarget.value)}
        />
        <MultiSelect
          label={t('units')}
          description={t('unitsHelp')}
          searchable
          value={[...units]}
          data={[...new Set([...session.units, ...units])]}
          onChange={setUnits}
        />
      </Form>
    </Modal>
  );
}
