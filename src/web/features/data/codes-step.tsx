import { Button, Select, Stack } from '@mantine/core';
import { Fragment, useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { AddProcess } from '../../app/add-process.tsx';
import { AddProcesses } from '../../app/add-processes.tsx';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { InspectedColumn, Mapping } from './answers.ts';
import styles from './data.module.css';
import { PreviewGrid } from './preview-grid.tsx';
import { WIZARD_TEXTS } from './texts.ts';
import { UnderstoodCodes } from './understood-codes.tsx';
import type { DraftWork } from './use-draft.ts';

/** What each value of the other system means, said once. */
export function CodesStep({ work }: { readonly work: DraftWork }) {
  const t = useTexts(WIZARD_TEXTS);
  const { unknown, columns } = work.seen;
  const shown = columns.filter(
    ({ name }) =>
      unknown.some(({ column }) => column === name) ||
      Object.keys(work.mapping?.codes?.[name] ?? {}).length > 0,
  );
  return (
    <Stack gap="lg">
      {unknown.length === 0 ? (
        <Finding tone="met" live>
          {t('codesNone')}
        </Finding>
      ) : (
        <Finding tone="info">{t('codesLeft')}</Finding>
      )}
      {shown.map((column) => (
        <CodesOf key={column.name} column={column} work={work} />
      ))}
      <UnderstoodCodes seen={work.seen} />
      <PreviewGrid seen={work.seen} spare="unknown-code" spareText={t('previewAbove')} />
    </Stack>
  );
}

function setCodes(mapping: Mapping, column: string, ids: Readonly<Record<string, string>>): Mapping {
  return { ...mapping, codes: { ...mapping.codes, [column]: { ...mapping.codes?.[column], ...ids } } };
}

function setCode(mapping: Mapping, column: string, text: string, id: string | null): Mapping {
  const { [text]: _, ...rest } = mapping.codes?.[column] ?? {};
  return { ...mapping, codes: { ...mapping.codes, [column]: id === null ? rest : { ...rest, [text]: id } } };
}

/** How a file writes a name in capitals, as one would write it by hand. */
function toName(text: string): string {
  const plain = text === text.toUpperCase() ? text.toLowerCase() : text;
  return plain.replace(/^./u, (first) => first.toUpperCase());
}

function CodesOf({ column, work }: { readonly column: InspectedColumn; readonly work: DraftWork }) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const given = work.mapping?.codes?.[column.name] ?? {};
  const unknown = work.seen.unknown.find((one) => one.column === column.name)?.texts ?? [];
  const proposals = new Map(unknown.map(({ text, proposal }) => [text, proposal]));
  const texts = [...new Set([...Object.keys(given), ...proposals.keys()])].sort();
  const labels = new Map(column.choices.map(({ id, label }) => [id, label[language]]));
  const choices = column.choices.map(({ id, label }) => ({ value: id, label: label[language] }));
  const set = (text: string, id: string | null) =>
    work.change((mapping) => setCode(mapping, column.name, text, id));
  const [adding, setAdding] = useState<string | null>(null);
  const [addsAll, setAddsAll] = useState(false);
  const mayAdd = useMay('edit-process') && column.codes === 'process';
  const news = texts.filter((text) => given[text] === undefined);
  return (
    <Section
      title={`${column.label[language]}: ${t('codesTitle')}`}
      finding={`${t('codesWhat')} ${t('codesOf', { n: printNumber(unknown.length, language) })}.`}
      actions={
        mayAdd && news.length > 1 ? (
          <Button onClick={() => setAddsAll(true)}>{t('codesAddAll')}</Button>
        ) : undefined
      }
    >
      <div className={styles.codes}>
        {texts.map((text) => {
          const proposal = proposals.get(text) ?? null;
          const meant = given[text] ?? null;
          return (
            <Fragment key={text}>
              <div>{text}</div>
              <Select
                aria-label={`${text}: ${t('codeMeans')}`}
                data={choices}
                value={meant}
                placeholder={t('codeLeave')}
                searchable
                clearable
                onChange={(id) => set(text, id)}
              />
              <div>
                {meant === null && proposal !== null && (
                  <Button variant="default" size="sm" onClick={() => set(text, proposal)}>
                    {t('codeProposal', { name: labels.get(proposal) ?? proposal })}
                  </Button>
                )}
                {meant === null && mayAdd && (
                  <Button variant="subtle" size="sm" onClick={() => setAdding(text)}>
                    {t('codeAdd')}
                  </Button>
                )}
              </div>
            </Fragment>
          );
        })}
      </div>
      {addsAll && (
        <AddProcesses
          found={news.map((text) => ({ text, name: toName(text), proposal: proposals.get(text) ?? null }))}
          onClose={() => setAddsAll(false)}
          onAdded={(ids) => work.change((mapping) => setCodes(mapping, column.name, ids))}
        />
      )}
      {adding !== null && (
        <AddProcess name={toName(adding)} onClose={() => setAdding(null)} onAdded={(id) => set(adding, id)} />
      )}
    </Section>
  );
}
