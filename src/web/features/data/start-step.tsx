import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Section } from '../../ui/section.tsx';
import { WIZARD_TEXTS } from './texts.ts';
import { WantedColumns } from './wanted-columns.tsx';

interface StartStepProps {
  readonly drafts: readonly { readonly id: string; readonly name: string }[];
  readonly onDraft: (id: string) => void;
}

/** Where a file is dropped, the ones left half way, and what each should have. */
export function StartStep({ drafts, onDraft }: StartStepProps) {
  const t = useTexts(WIZARD_TEXTS);
  const [name, setName] = useState<string>();
  const upload = useCall('post /api/drafts');
  const send = (file: File): void => {
    setName(file.name);
    upload.mutate({ file, name: file.name }, { onSuccess: ({ id }) => onDraft(id) });
  };
  return (
    <Stack gap="lg">
      <FileDrop
        label={upload.isPending ? t('uploading') : t('drop')}
        hint={t('dropHint')}
        accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls,.dat"
        taken={upload.isPending ? name : undefined}
        disabled={upload.isPending}
        onFile={send}
      />
      {upload.error && <ErrorPanel error={upload.error} />}
      {drafts.length > 0 && (
        <Section title={t('pendingTitle')} finding={t('pendingWhat')}>
          <Stack gap="xs">
            {drafts.map((draft) => (
              <DraftLine key={draft.id} draft={draft} onDraft={onDraft} />
            ))}
          </Stack>
        </Section>
      )}
      <WantedColumns />
    </Stack>
  );
}

interface DraftLineProps {
  readonly draft: { readonly id: string; readonly name: string };
  readonly onDraft: (id: string) => void;
}

function DraftLine({ draft, onDraft }: DraftLineProps) {
  const t = useTexts(WIZARD_TEXTS);
  const discard = useCall('delete /api/drafts/{id}');
  return (
    <Group justify="space-between">
      <Text fw={600}>{draft.name}</Text>
      <Group gap="xs">
        <Button size="sm" onClick={() => onDraft(draft.id)} aria-label={`${t('resume')}: ${draft.name}`}>
          {t('resume')}
        </Button>
        <Button
          size="sm"
          variant="default"
          loading={discard.isPending}
          aria-label={`${t('discard')}: ${draft.name}`}
          onClick={() => discard.mutate({ params: { id: draft.id } })}
        >
          {t('discard')}
        </Button>
      </Group>
    </Group>
  );
}
