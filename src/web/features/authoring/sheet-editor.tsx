import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SheetForm } from '../../../kernel/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import type { Vocabulary } from './answers.ts';
import styles from './authoring.module.css';
import { CasesSection, ExceptSection } from './cases-section.tsx';
import { DraftProvider } from './draft-context.ts';
import { LivePanel } from './live-panel.tsx';
import { ProposalSent } from './proposal-sent.tsx';
import { StandardsSection } from './standards-section.tsx';
import { TEXTS } from './texts.ts';
import { type DraftOf, useSheetDraft } from './use-sheet-draft.ts';
import { WhatSection } from './what-section.tsx';
import { WordsSection } from './words-section.tsx';

interface SheetEditorProps {
  readonly begun: SheetForm;
  readonly of: DraftOf;
  readonly base: string | null;
  /** Version that saving would write; 1 for a new one. */
  readonly version: number;
  readonly vocabulary: Vocabulary;
}

/** The form, with what it would measure beside it; below it on a phone. */
export function SheetEditor({ begun, of, base, version, vocabulary }: SheetEditorProps) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const isChange = of !== null && !of.copy;
  const settled = isChange ? begun.standards.length : 0;
  const draft = useSheetDraft(begun, of, settled, vocabulary);
  const save = useCall('post /api/authoring/indicators');
  const [reason, setReason] = useState('');
  const isPast = draft.says.some(({ field }) => field === 'reason');
  const send = () => {
    const body = { draft: { form: draft.door.form }, of, base, reason };
    // What was opened is read anew once it is saved, and this form gives way: the promise outlives it.
    save.mutateAsync({ body }).then(
      ({ saved, proposed, problems, missing }) => {
        if (proposed !== null && saved === null) return draft.tell([]);
        if (saved === null) return draft.tell([...problems, ...missing]);
        const search = (before: object) => ({ ...before, guardada: String(saved.version) });
        return void navigate({ to: '/indicadores/$id', params: { id: saved.id }, search } as never);
      },
      () => undefined,
    );
  };
  const isSame = isChange && JSON.stringify(draft.door.form) === JSON.stringify(begun);
  return (
    <DraftProvider value={draft.door}>
      <form
        noValidate
        className={styles.columns}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className={styles.main}>
          <WhatSection />
          <CasesSection />
          <StandardsSection />
          <ExceptSection />
          <WordsSection />
        </div>
        <div className={styles.live}>
          <Stack gap="md">
            <LivePanel
              preview={draft.preview}
              waiting={draft.waiting}
              period={draft.period}
              onPeriod={draft.setPeriod}
              from={draft.door.form.standards.at(-1)?.from}
            />
            {draft.failed !== null && <ErrorPanel error={draft.failed} />}
            {draft.says.length > 0 && (
              <Finding tone="bad" live>
                <ul className={styles.list}>
                  {draft.says.map(({ field, sentence }) => (
                    <li key={field + sentence}>{sentence}</li>
                  ))}
                </ul>
              </Finding>
            )}
            {(isPast || reason !== '') && (
              <Textarea
                label={t('reason')}
                description={t('reasonHelp')}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                autosize
                minRows={2}
              />
            )}
            <ProposalSent proposed={save.data?.proposed} />
            {save.error !== null && <ErrorPanel error={save.error} />}
            <Group gap="sm" className={styles.saves}>
              <Button type="submit" loading={save.isPending} disabled={isSame}>
                {isChange ? t('saveVersion', { n: version }) : t('save')}
              </Button>
              <LinkButton
                to={isChange ? { to: '/indicadores/$id', params: { id: of.id } } : '/indicadores'}
                variant="default"
              >
                {t('cancel')}
              </LinkButton>
              {isSame && (
                <Text size="sm" c="dimmed">
                  {t('nothingNew')}
                </Text>
              )}
            </Group>
          </Stack>
        </div>
      </form>
    </DraftProvider>
  );
}
