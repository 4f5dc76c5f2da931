import { useParams } from '@tanstack/react-router';
import { printDate, printInPeriod, printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { OpenImprovement } from '../../app/open-improvement.tsx';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import type { ProcessAnswer } from './answers.ts';
import { CharacterisationSection } from './characterisation-section.tsx';
import { IndicatorsSection } from './indicators-section.tsx';
import { BoxLink } from './process-box.tsx';
import styles from './processes.module.css';
import { TEXTS } from './texts.ts';

/** A process: what it is, its indicators and complaints of the period, what is under it, its procedures. */
export default function ProcessScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id = '' } = useParams({ strict: false });
  const { period, unit } = useView();
  const answer = useAnswer('get /api/processes/{id}', {
    params: { id },
    query: { period: period === '' ? undefined : period, unit },
  });
  const data = answer.data;
  return (
    <Page
      title={data?.name[language] ?? t('process')}
      finding={data?.sentence[language]}
      back={{ to: '/procesos', label: t('back') }}
      actions={data && <Actions data={data} />}
    >
      <LoadingPanel answer={answer} lines={8}>
        {(view) => (
          <>
            <Place data={view} />
            <IndicatorsSection data={view} />
            <Complaints data={view} />
            {view.children.length > 0 && (
              <Section title={t('children')}>
                <ul className={styles.children}>
                  {view.children.map((box) => (
                    <li key={box.id}>
                      <BoxLink box={box} />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <CharacterisationSection data={view} />
            <Rules data={view} />
          </>
        )}
      </LoadingPanel>
    </Page>
  );
}

function Actions({ data }: { readonly data: ProcessAnswer }) {
  const t = useTexts(TEXTS);
  const params = { id: data.id };
  return (
    <>
      {data.procedures.length > 0 && (
        <LinkButton to={{ to: '/procesos/$id/procedimiento', params }}>{t('seeProcedure')}</LinkButton>
      )}
      {data.may_edit && (
        <LinkButton to={{ to: '/procesos/$id/editar', params }} variant="default">
          {t('edit')}
        </LinkButton>
      )}
    </>
  );
}

/** Where it stands on the map. */
function Place({ data }: { readonly data: ProcessAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <p className={styles.note}>
      {t(data.band ?? 'bandless')}
      {data.under && (
        <>
          {' · '}
          {t('under')}{' '}
          <AppLink to={{ to: '/procesos/$id', params: { id: data.under.id } }} underline="always">
            {data.under.name[language]}
          </AppLink>
        </>
      )}
      {data.critical && ` · ${t('critical')}`}
    </p>
  );
}

function Complaints({ data }: { readonly data: ProcessAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (!data.reached || data.period === null) return null;
  const period = printInPeriod(data.period, language);
  const { complaints } = data;
  const print = (n: number) => printNumber(n, language);
  return (
    <Section
      title={t('complaints')}
      actions={
        complaints !== null &&
        complaints.n > 0 && (
          <OpenImprovement origin="complaints" process={data.id} period={data.period} size="xs" />
        )
      }
    >
      <p className={styles.note}>
        {complaints === null
          ? t('complaintsNone', { period })
          : complaints.of === complaints.n
            ? t('complaintsN', { n: print(complaints.n), period })
            : t('complaintsOf', { n: print(complaints.n), of: print(complaints.of), period })}
      </p>
    </Section>
  );
}

/** The policies of the service as its content says them, and its standard time. */
function Rules({ data }: { readonly data: ProcessAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { rules, standard_minutes: standard } = data;
  if (rules.length === 0 && standard === null) return null;
  return (
    <Section title={t('rules')}>
      {rules.length > 0 && (
        <ul className={styles.lines}>
          {rules.map((rule) => (
            <li key={rule.es}>{rule[language]}</li>
          ))}
        </ul>
      )}
      {standard && (
        <p className={styles.note}>
          {t('standardMinutes', {
            minutes: printNumber(standard.minutes, language),
            date: printDate(standard.from, language),
          })}
        </p>
      )}
    </Section>
  );
}
