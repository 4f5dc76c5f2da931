import { useParams } from '@tanstack/react-router';
import { useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { printDate } from '../../../sentences/index.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { ProcedureAnswer } from './answers.ts';
import { DiagramSection } from './diagram-section.tsx';
import styles from './processes.module.css';
import { StepsSection } from './steps-section.tsx';
import { TEXTS } from './texts.ts';

/** A procedure: its drawing in lanes with measured times, its sheet, and its steps in words. */
export default function ProcedureScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id = '' } = useParams({ strict: false });
  const { period, unit } = useView();
  const [named] = useAddress('procedimiento', '');
  const answer = useAnswer('get /api/processes/{id}/procedure', {
    params: { id },
    query: {
      period: period === '' ? undefined : period,
      unit,
      procedure: named === '' ? undefined : named,
    },
  });
  const data = answer.data;
  const mayFollow = useMay('see-logs');
  return (
    <Page
      title={data?.procedure.name[language] ?? t('procedureOf')}
      finding={data?.sentence[language]}
      back={{ to: `/procesos/${id}`, label: data?.process.name[language] ?? t('back') }}
      actions={
        mayFollow &&
        data && (
          <LinkButton
            variant="default"
            to={{ to: '/procesos/registro/$id', params: { id: data.log ?? `worked-${data.procedure.id}` } }}
          >
            {t('againstLog')}
          </LinkButton>
        )
      }
    >
      <LoadingPanel answer={answer} lines={8}>
        {(view) => (
          <>
            <DiagramSection key={view.procedure.id} data={view} />
            <SheetSection data={view} />
            <StepsSection data={view} />
            <Others data={view} />
          </>
        )}
      </LoadingPanel>
    </Page>
  );
}

function SheetSection({ data: { procedure } }: { readonly data: ProcedureAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { version, from } = procedure;
  const list = (part: 'areas' | 'policies' | 'requirements') => ({
    term: t(part),
    detail: (
      <ul className={styles.lines}>
        {procedure[part].map((line) => (
          <li key={line.es}>{line[language]}</li>
        ))}
      </ul>
    ),
  });
  return (
    <Section title={t('sheet')}>
      <DefinitionList
        items={[
          { term: t('type'), detail: procedure.type[language] },
          { term: t('object'), detail: procedure.object[language] },
          { term: t('starts'), detail: procedure.starts[language] },
          { term: t('ends'), detail: procedure.ends[language] },
          list('areas'),
          list('policies'),
          list('requirements'),
          {
            term: t('versionN'),
            detail: t('versionSince', { version, date: printDate(from, language) }),
          },
        ]}
      />
    </Section>
  );
}

function Others({ data: { others, process } }: { readonly data: ProcedureAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (others.length === 0) return null;
  return (
    <Section title={t('others')}>
      <ul className={styles.lines}>
        {others.map(({ id, name }) => (
          <li key={id}>
            <AppLink
              to={{
                to: '/procesos/$id/procedimiento',
                params: { id: process.id },
                search: { procedimiento: id },
              }}
            >
              {name[language]}
            </AppLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
