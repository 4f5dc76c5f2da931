import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { type Say, useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Inspection } from './answers.ts';
import { BlockedFile } from './blocked-file.tsx';
import styles from './data.module.css';
import { WIZARD_TEXTS } from './texts.ts';
import type { DraftWork } from './use-draft.ts';
import { WarningList } from './warning-list.tsx';

type Key = keyof (typeof WIZARD_TEXTS)['es'];

const DELIMITERS: readonly { readonly value: string; readonly text: Key }[] = [
  { value: ';', text: 'semicolon' },
  { value: ',', text: 'comma' },
  { value: '\t', text: 'tab' },
  { value: '|', text: 'bar' },
];

function sayDelimiter(t: Say<Key>, delimiter: string | null): string {
  const found = DELIMITERS.find(({ value }) => value === delimiter);
  return found ? t(found.text) : (delimiter ?? '');
}

/** A name people know for how letters are kept; the technical one where there is none. */
function sayEncoding(t: Say<Key>, encoding: string): string {
  if (/^utf-?8/i.test(encoding)) return t('encodingUtf8');
  if (/^utf-?16/i.test(encoding)) return t('encodingUtf16');
  return /^(windows-125\d|iso-8859-1|latin)/i.test(encoding) ? t('encodingWindows') : encoding;
}

/** What was detected of the file itself, and the way to correct it. */
export function LayoutStep({ work }: { readonly work: DraftWork }) {
  const t = useTexts(WIZARD_TEXTS);
  const { seen } = work;
  return (
    <Stack gap="lg">
      {seen.blocked && <BlockedFile work={work} />}
      <Section title={t('layoutTitle')} finding={<Detected seen={seen} />}>
        <Stack gap="lg">
          <WhichData work={work} />
          {seen.layout.detected?.format === 'xlsx' ? <Book work={work} /> : <Bytes work={work} />}
        </Stack>
      </Section>
      {seen.layout.top_lines.length > 0 && <TopLines work={work} />}
    </Stack>
  );
}

/** What was found out, as sentences. */
function Detected({ seen }: { readonly seen: Inspection }) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const { detected, records } = seen.layout;
  if (detected === null) return null;
  const n = (value: number) => printNumber(value, language);
  const what =
    detected.format === 'csv'
      ? t('detectedCsv', {
          delimiter: sayDelimiter(t, detected.delimiter),
          encoding: sayEncoding(t, detected.encoding),
          line: n(detected.header_line),
        })
      : t('detectedBook', { sheet: detected.sheet ?? '', line: n(detected.header_line) });
  return [
    what,
    t('records', { n: n(records) }),
    ...(detected.title_rows > 0 ? [t('titles', { n: n(detected.title_rows) })] : []),
    ...(detected.total_rows > 0 ? [t('totals', { n: n(detected.total_rows) })] : []),
  ].join(' ');
}

function WhichData({ work }: { readonly work: DraftWork }) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const { datasets, dataset, blocked } = work.seen;
  const n = (value: number) => printNumber(value, language);
  const found = datasets.find(({ id }) => id === dataset);
  const told = found?.saved
    ? t('savedFor')
    : found
      ? t(found.missing.length === 0 ? 'recognisedAll' : 'recognised', {
          n: n(found.recognised),
          of: n(found.columns),
        })
      : '';
  const isSure = found !== undefined && (found.saved || found.recognised * 2 >= found.columns);
  return (
    <Select
      label={t('whichData')}
      description={[t(isSure ? 'whichDataHelp' : 'whichDataUnsure'), told].join(' ')}
      data={datasets.map(({ id, name }) => ({ value: id, label: name[language] }))}
      value={dataset}
      allowDeselect={false}
      disabled={blocked !== null}
      onChange={(value) => value !== null && work.relayout({}, value)}
      maw={420}
    />
  );
}

/** Encoding and separator, with how words of the file read in each. */
function Bytes({ work }: { readonly work: DraftWork }) {
  const t = useTexts(WIZARD_TEXTS);
  const { detected, encodings, told } = work.seen.layout;
  const [choosing, setChoosing] = useState(false);
  const encoding = detected?.encoding ?? (typeof told['encoding'] === 'string' ? told['encoding'] : null);
  const here = encodings.find((reading) => reading.encoding === encoding);
  // One that reads these words the same way is no other choice.
  const others = encodings.filter(
    (reading) => reading === here || reading.words.join() !== here?.words.join(),
  );
  return (
    <Stack gap="lg">
      {encodings.length === 0 && <Text c="dimmed">{t('noAccents')}</Text>}
      {here && !choosing && (
        <Group gap="sm">
          <Text>
            {t('readsSo')} <strong>{here.words.join(' · ')}</strong>
          </Text>
          <Button variant="default" size="sm" onClick={() => setChoosing(true)}>
            {t('readsBadly')}
          </Button>
        </Group>
      )}
      {encodings.length > 0 && (choosing || !here) && (
        <ChoiceField
          label={t('encoding')}
          description={t('encodingHelp')}
          value={encoding}
          onChange={(value) => work.relayout({ encoding: value })}
          choices={others.map((reading) => ({
            value: reading.encoding,
            label: reading.words.join(' · '),
            description:
              reading.encoding === encoding
                ? `${sayEncoding(t, reading.encoding)} (${t('detectedMark')})`
                : sayEncoding(t, reading.encoding),
          }))}
        />
      )}
      <Select
        label={t('separator')}
        data={DELIMITERS.map(({ value, text }) => ({ value, label: t(text) }))}
        value={detected?.delimiter ?? null}
        allowDeselect={false}
        onChange={(delimiter) => delimiter !== null && work.relayout({ delimiter })}
        maw={260}
      />
    </Stack>
  );
}

/** Sheet of a workbook and the row of its header. */
function Book({ work }: { readonly work: DraftWork }) {
  const t = useTexts(WIZARD_TEXTS);
  const { detected } = work.seen.layout;
  if (detected === null) return null;
  return (
    <Group align="end">
      <Select
        label={t('sheet')}
        data={[detected.sheet ?? '', ...detected.other_sheets]}
        value={detected.sheet}
        allowDeselect={false}
        onChange={(sheet) => sheet !== null && work.relayout({ sheet, header_line: undefined })}
      />
      <NumberInput
        label={t('headerLine')}
        min={1}
        value={detected.header_line}
        onBlur={(event) => {
          const line = Number(event.currentTarget.value);
          if (Number.isInteger(line) && line > 0 && line !== detected.header_line)
            work.relayout({ header_line: line });
        }}
      />
    </Group>
  );
}

/** The first lines as they are, to show which one is the header. */
function TopLines({ work }: { readonly work: DraftWork }) {
  const t = useTexts(WIZARD_TEXTS);
  const { top_lines, detected } = work.seen.layout;
  // A few rows below the header are enough to see that it is one.
  const shown = detected ? top_lines.slice(0, Math.max(8, detected.header_line + 3)) : top_lines;
  return (
    <Section title={t('topLines')} finding={t('topLinesHelp')}>
      <ol className={styles.lines} aria-label={t('topLines')}>
        {shown.map((text, index) => {
          const line = index + 1;
          const here = detected?.header_line === line;
          return (
            <li key={line} data-here={here} aria-current={here ? 'true' : undefined}>
              <span className={styles.lineNumber}>{line}</span>
              <span className={styles.lineAction}>
                {here ? (
                  <strong>{t('headerHere')}</strong>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={text.trim() === ''}
                    onClick={() => work.relayout({ header_line: line })}
                    aria-label={`${t('isHeader')}: ${t('line')} ${line}`}
                  >
                    {t('isHeader')}
                  </Button>
                )}
              </span>
              <code>{text}</code>
            </li>
          );
        })}
      </ol>
      <Stack gap="sm" mt="sm">
        <WarningList warnings={work.seen.warnings} />
      </Stack>
    </Section>
  );
}
