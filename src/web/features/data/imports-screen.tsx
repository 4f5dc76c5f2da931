import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { ImportLine } from './answers.ts';
import { ImportDetails } from './import-details.tsx';
import { ImportState } from './import-state.tsx';
import { printWhen } from './print-when.ts';
import { DATA_TEXTS } from './screen-texts.ts';

/** *Importaciones*: what was brought, or one of them whole. */
export default function ImportsScreen() {
  const [id] = useAddress('importacion');
  return id === '' ? <ImportList /> : <ImportDetails key={id} id={id} />;
}

function ImportList() {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const mayLoad = useMay('load-data');
  const answer = useAnswer('get /api/imports');
  const { data } = answer;
  const n = (value: number) => printNumber(value, language);
  const bring = mayLoad ? <LinkButton to="/datos/importar">{t('bring')}</LinkButton> : undefined;
  return (
    <Page
      title={t('importsTitle')}
      finding={
        data && data.in_force > 0
          ? t('importsFinding', { n: n(data.in_force), open: n(data.open) })
          : undefined
      }
      actions={bring}
    >
      <LoadingPanel
        answer={answer}
        isEmpty={({ imports }) => imports.length === 0}
        empty={
          <EmptyState title={t('importsNone')} action={bring}>
            {t('importsNoneWhat')}
          </EmptyState>
        }
      >
        {({ imports }) => <ImportTable imports={imports} />}
      </LoadingPanel>
    </Page>
  );
}

function ImportTable({ imports }: { readonly imports: readonly ImportLine[] }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const n = (value: number) => printNumber(value, language);
  return (
    <DataTable
      label={t('importsTitle')}
      rows={imports}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/datos/importaciones', search: { importacion: id } })}
      columns={[
        {
          id: 'file',
          head: t('file'),
          cell: ({ file_name }) => file_name,
          sort: ({ file_name }) => file_name,
        },
        {
          id: 'data',
          head: t('data'),
          cell: (line) => line.dataset_name[language],
          sort: (line) => line.dataset_name[language],
        },
        { id: 'when', head: t('when'), cell: ({ at }) => printWhen(at, language), sort: ({ at }) => at },
        { id: 'who', head: t('who'), cell: ({ by_name }) => by_name ?? t('whoFolder') },
        {
          id: 'in',
          head: t('entered'),
          align: 'right',
          cell: (line) => n(line.entered),
          sort: (line) => line.entered,
        },
        {
          id: 'open',
          head: t('toCorrect'),
          align: 'right',
          cell: ({ open }) => n(open),
          sort: ({ open }) => open,
        },
        { id: 'state', head: t('state'), cell: (line) => <ImportState line={line} /> },
      ]}
    />
  );
}
