import { Button, Drawer, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { printQuantity } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer, useCall } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { sayRow } from './say-row.ts';
import { printMoment } from './print-moment.ts';
import type { PageAnswer, RowAnswer } from './sheet-answer.ts';
import styles from './sheet.module.css';
import { TEXTS } from './texts.ts';
import { useAsked } from './use-asked.ts';

interface FactDrawerProps {
  readonly row: RowAnswer;
  readonly page: PageAnswer;
  readonly onClose: () => void;
}

/** Everything known of one fact: its data, its line in the file, and what later files changed of it. */
export function FactDrawer({ row, page, onClose }: FactDrawerProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayReveal = useMay('reveal-identity');
  const hidden = page.columns.filter(({ is_protected }) => is_protected);
  const unit = page.measure_unit;
  const amount = (value: number | null) =>
    value === null || unit === null ? null : printQuantity(value, unit, language);
  const items = [
    { term: t('why'), detail: [sayRow.state(row, t), row.text?.[language]].filter(Boolean).join(': ') },
    { term: t('date'), detail: printMoment(row.date, language) },
    { term: t('closes'), detail: printMoment(row.closes, language) },
    { term: t('measure'), detail: amount(row.measure) },
    { term: t('limit'), detail: amount(row.limit) },
    ...page.columns
      .filter(({ name }) => !(name in row.key))
      .map(({ name, label, is_protected }) => ({
        term: is_protected ? `${label[language]} (${t('protectedName')})` : label[language],
        detail: row.attributes[name] ?? null,
      })),
  ].filter(({ detail }) => detail !== null && detail !== '');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('row', { key: sayRow.key(row) })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <DefinitionList items={items} />
      {mayReveal && row.source && hidden.length > 0 && <Reveal source={row.source} page={page} />}
      <Title order={3} mt="lg" mb="xs">
        {t('place')}
      </Title>
      {row.source ? (
        <FactPlace source={row.source} dataset={page.dataset} />
      ) : (
        <Text c="dimmed">{t('derived')}</Text>
      )}
    </Drawer>
  );
}

/** The names behind the codes, once the person has said why. */
function Reveal({ source, page }: { source: NonNullable<RowAnswer['source']>; page: PageAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { params, query } = useAsked();
  const [asking, setAsking] = useState(false);
  const call = useCall('post /api/indicators/{id}/rows/reveal', { refresh: false });
  const { dataset, columns } = page;
  if (call.data) {
    const labelOf = (column: string) =>
      columns.find(({ name }) => name === column)?.label[language] ?? column;
    return (
      <DefinitionList
        items={call.data.names.map(({ column, name }) => ({ term: labelOf(column), detail: name }))}
      />
    );
  }
  return (
    <>
      <Button variant="default" size="sm" mt="sm" onClick={() => setAsking(true)}>
        {t('reveal')}
      </Button>
      {asking && (
        <ConfirmWithReason
          title={t('reveal')}
          confirm={t('revealDo')}
          onConfirm={(reason) =>
            call.mutate({ params, body: { ...query, dataset, seq: source.seq, row: source.row, reason } })
          }
          onClose={() => setAsking(false)}
          pending={call.isPending}
          refused={call.error}
        >
          {t('revealWhat')}
        </ConfirmWithReason>
      )}
    </>
  );
}

/** What stands in place of an import where the fact is a case worked here. */
const WORKED = 'casos';

type Place = ApiAnswer<'get /api/indicators/{id}/rows/place'>;

/** Who wrote which cells of the row anew, and the line it first stood on. */
function Corrections({ corrections }: Pick<Place, 'corrections'>) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <>
      <Title order={3} mt="lg" mb="xs">
        {t('correctedTitle')}
      </Title>
      <ol className={styles.list}>
        {corrections.map(({ at, by_name, import: id, file, line, cells }) => (
          <li key={`${id} ${at}`}>
            {t('correctedWho', {
              who: by_name ?? t('correctedFolder'),
              date: printMoment(at.slice(0, 10), language),
            })}{' '}
            {line === null
              ? t('correctedFrom', { file, import: id })
              : t('correctedLine', { file, import: id, line: String(line) })}
            {cells.length === 0 && <p className={styles.change}>{t('correctedNothing')}</p>}
            {cells.map(({ header, from, to }) => (
              <p key={header} className={styles.change}>
                {header}: {t('cellBefore')} <span className={styles.was}>{from ?? t('nothing')}</span>{' '}
                {t('cellAfter')} {to ?? t('nothing')}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Line and versions: reading them goes through the file, so it is done for one row at a time. */
function FactPlace({ source, dataset }: { source: NonNullable<RowAnswer['source']>; dataset: string }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { params, query } = useAsked();
  const answer = useAnswer('get /api/indicators/{id}/rows/place', {
    params,
    query: { ...query, dataset, seq: String(source.seq), row: String(source.row) },
  });
  return (
    <LoadingPanel answer={answer}>
      {({ line, file, import: id, versions, corrections }) => (
        <>
          <Text>
            {id === WORKED
              ? t('worked', { file })
              : line === null
                ? t('lines', { file, import: id })
                : t('line', { line, file, import: id })}
          </Text>
          {corrections.length > 0 && <Corrections corrections={corrections} />}
          <Title order={3} mt="lg" mb="xs">
            {t('whatChanged')}
          </Title>
          <ol className={styles.list}>
            {versions.map((version, index) => (
              <li key={`${version.import} ${index}`}>
                {t(index === 0 ? 'brought' : 'changedIt')} <strong>{version.file}</strong>,{' '}
                {printMoment(version.imported_at.slice(0, 10), language)}{' '}
                {version.in_force && <StateBadge tone="met">{t('inForce')}</StateBadge>}
                {index > 0 && version.changed.length === 0 && (
                  <p className={styles.change}>{t('nothingChanged')}</p>
                )}
                {version.changed.map(({ column, label, from, to }) => (
                  <p key={column} className={styles.change}>
                    {label[language]}: {t('cellBefore')}{' '}
                    <span className={styles.was}>{from ?? t('nothing')}</span> {t('cellAfter')}{' '}
                    {to ?? t('nothing')}
                  </p>
                ))}
              </li>
            ))}
          </ol>
        </>
      )}
    </LoadingPanel>
  );
}
