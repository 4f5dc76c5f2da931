import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useCall, useDownload } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { CorrectionOutcome, CorrectionSheet } from './answers.ts';
import { CorrectionGrid, type Edits, setCell } from './correction-grid.tsx';
import { DATA_TEXTS } from './screen-texts.ts';

/** Rows of one shape: corrected here in their cells, or elsewhere in a file. */
export function CorrectionSheetPart({
  sheet,
  onOutcome,
}: {
  readonly sheet: CorrectionSheet;
  readonly onOutcome: (outcome: CorrectionOutcome) => void;
}) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const [edits, setEdits] = useState<Edits>(new Map());
  const [kind, setKind] = useState<string | null>(null);
  const save = useCall('post /api/corrections/{id}');
  const bring = useCall('post /api/datasets/{id}/corrections');
  const n = (value: number) => printNumber(value, language);
  // Rows that were saved meanwhile are no longer here: what was written in them is done with.
  const edited = sheet.rows.filter(({ key }) => edits.has(key));
  // The grid is gone once its last row is right: what became of them is told by who holds it.
  const tell = async (sent: Promise<CorrectionOutcome>): Promise<void> => {
    try {
      onOutcome(await sent);
      setEdits(new Map());
    } catch {
      // What went wrong is shown by the call itself.
    }
  };
  const send = (): void => {
    const rows = edited.map(({ key }) => ({ key, cells: [...edits.get(key)!] }));
    void tell(save.mutateAsync({ params: { id: sheet.id }, body: { rows } }));
  };
  return (
    <Section
      title={sheet.dataset_name[language]}
      finding={t('rowsOf', { n: n(sheet.total) })}
      actions={<Downloads sheet={sheet} />}
    >
      <Stack gap="md">
        {(save.error ?? bring.error) && <ErrorPanel error={save.error ?? bring.error} />}
        {sheet.kinds.length > 1 && <KindFilter sheet={sheet} kind={kind} onKind={setKind} />}
        <CorrectionGrid
          sheet={{
            ...sheet,
            rows: kind === null ? sheet.rows : sheet.rows.filter((row) => toKind(row.problem) === kind),
          }}
          edits={edits}
          onCell={(row, index, text) => setEdits((before) => setCell(before, row, index, text))}
        />
        {sheet.rows.length < sheet.total && (
          <Text size="sm" c="dimmed">
            {t('shown', { shown: n(sheet.rows.length), of: n(sheet.total) })}
          </Text>
        )}
        <Group gap="sm">
          <Button disabled={edited.length === 0} loading={save.isPending} onClick={send}>
            {edited.length === 0
              ? t('saveNone')
              : edited.length === 1
                ? t('saveOne')
                : t('save', { n: n(edited.length) })}
          </Button>
          {edited.length > 0 && (
            <Button variant="default" onClick={() => setEdits(new Map())}>
              {t('forget')}
            </Button>
          )}
        </Group>
        <FileDrop
          label={t('bringBack')}
          hint={t('bringBackHelp')}
          accept=".csv,.xlsx"
          disabled={bring.isPending}
          onFile={(file) =>
            void tell(bring.mutateAsync({ params: { id: sheet.dataset }, file, name: file.name }))
          }
        />
      </Stack>
    </Section>
  );
}

/** What makes two problems of one kind: the same thing wrong with the same column. */
function toKind({ code, params, where }: CorrectionSheet['rows'][number]['problem']): string {
  return [code, params['rule'] ?? '', where.path ?? ''].join('|');
}

interface KindFilterProps {
  readonly sheet: CorrectionSheet;
  readonly kind: string | null;
  readonly onKind: (kind: string | null) => void;
}

/** One kind of problem at a time: the same mistake is corrected alike. */
function KindFilter({ sheet, kind, onKind }: KindFilterProps) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  return (
    <Select
      label={t('kinds')}
      placeholder={t('allKinds')}
      clearable
      value={kind}
      onChange={onKind}
      data={sheet.kinds.map(({ problem, n }) => ({
        value: toKind(problem),
        label: `${problem.where.path ?? ''} (${printNumber(n, language)}): ${problem.sentence}`,
      }))}
    />
  );
}

function Downloads({ sheet }: { readonly sheet: CorrectionSheet }) {
  const t = useTexts(DATA_TEXTS);
  const download = useDownload('get /api/corrections/{id}/file');
  const formats = [
    { format: 'xlsx', label: t('asXlsx') },
    { format: 'csv', label: t('asCsv') },
  ] as const;
  return formats.map(({ format, label }) => (
    <Button
      key={format}
      variant="default"
      leftSection={<Icon name="download" size={18} />}
      aria-label={`${t('download')}: ${label}`}
      onClick={() => download.mutate({ params: { id: sheet.id }, query: { format } })}
    >
      {label}
    </Button>
  ));
}
