import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { WaitingChange } from '../../app/waiting-change.tsx';
import { useTexts } from '../../app/words.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { Opened, Vocabulary } from './answers.ts';
import { SheetEditor } from './sheet-editor.tsx';
import { TextEditor } from './text-editor.tsx';
import { TEXTS } from './texts.ts';

/** Changes an indicator: by the form where it can hold it, else as text; its versions; and taking it out of use. */
export default function EditIndicatorScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const [how, setHow] = useAddress('como');
  const [retiring, setRetiring] = useState(false);
  const vocabulary = useAnswer('get /api/authoring/vocabulary');
  const opened = useAnswer('get /api/authoring/indicators/{id}', { params: { id } });
  const sheet = opened.data;
  const isText = how === 'texto' || sheet?.form === null;
  const name = sheet?.form?.name[language] ?? id;
  return (
    <Page
      title={sheet === undefined ? t('loading') : t('editTitle', { name })}
      finding={sheet && t(sheet.own ? 'editFinding' : 'foreignFinding')}
      back={{ to: `/indicadores/${id}`, label: name }}
      help="/indicadores/nuevo"
      actions={
        sheet && (
          <>
            {sheet.form !== null && (
              <Button variant="default" onClick={() => setHow(isText ? undefined : 'texto')}>
                {t(isText ? 'asForm' : 'asText')}
              </Button>
            )}
            {sheet.own && (
              <Button variant="default" onClick={() => setRetiring(true)}>
                {t('retire')}
              </Button>
            )}
          </>
        )
      }
    >
      <WaitingChange id={id} />
      <LoadingPanel answer={vocabulary}>
        {(offered: Vocabulary) => (
          <LoadingPanel answer={opened}>
            {(file) =>
              isText || file.form === null ? (
                <TextEditor key={file.digest} opened={file} copy={false} />
              ) : (
                <SheetEditor
                  key={file.digest}
                  begun={file.form}
                  of={{ id, copy: false }}
                  base={file.digest}
                  version={file.version + 1}
                  vocabulary={offered}
                />
              )
            }
          </LoadingPanel>
        )}
      </LoadingPanel>
      {sheet !== undefined && sheet.versions.length > 0 && <Versions versions={sheet.versions} />}
      {retiring && <Retire id={id} onClose={() => setRetiring(false)} />}
    </Page>
  );
}

function Versions({ versions }: { readonly versions: Opened['versions'] }) {
  const t = useTexts(TEXTS);
  return (
    <Section title={t('versions')}>
      <DataTable
        label={t('versions')}
        columns={[
          { id: 'version', head: t('version'), cell: ({ version }) => t('versionLine', { n: version }) },
          { id: 'at', head: t('savedAt'), cell: ({ at }) => <Moment at={at} /> },
          {
            id: 'reason',
            head: t('savedWhy'),
            cell: ({ reason }) => (reason === '' ? t('noReason') : reason),
          },
        ]}
        rows={versions}
        rowKey={({ version, at }) => `${version} ${at}`}
      />
    </Section>
  );
}

function Retire({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const retire = useCall('post /api/authoring/indicators/{id}/retire');
  return (
    <ConfirmWithReason
      title={t('retire')}
      confirm={t('retireGo')}
      onConfirm={(reason) =>
        retire.mutate(
          { params: { id }, body: { reason } },
          { onSuccess: () => void navigate({ to: '/indicadores' } as never) },
        )
      }
      onClose={onClose}
      pending={retire.isPending}
      refused={retire.error}
      danger
    >
      {t('retireWhat')}
    </ConfirmWithReason>
  );
}
