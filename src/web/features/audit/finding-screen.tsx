import { Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { printPeriod } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { FindingForm } from './finding-form.tsx';
import { STATE_TONES } from './state-tones.ts';
import { toKindKey } from './subject-kinds.ts';
import { TEXTS } from './texts.ts';

type Finding = ApiAnswer<'get /api/findings'>['findings'][number];

/** One finding whole: its four elements, what was answered, and how it was closed. */
export default function FindingScreen() {
  const t = useTexts(TEXTS);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const answer = useAnswer('get /api/findings');
  const finding = answer.data?.findings.find((one) => String(one.id) === id);
  return (
    <Page
      title={t('finding_n', { n: id })}
      finding={finding?.condition}
      back={{ to: '/auditoria/hallazgos', label: t('findingsTitle') }}
      help="/auditoria/hallazgos"
    >
      <LoadingPanel
        answer={answer}
        isEmpty={() => finding === undefined}
        empty={<EmptyState title={t('notFound')} />}
      >
        {() => finding && <FindingBody finding={finding} />}
      </LoadingPanel>
    </Page>
  );
}

function FindingBody({ finding }: { readonly finding: Finding }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { subject_kind, subject, period, state, answers } = finding;
  const name = `${t(toKindKey(subject_kind))}: ${subject}`;
  const about =
    subject_kind === 'indicator' ? (
      <AppLink to={{ to: '/indicadores/$id', params: { id: subject } }}>{name}</AppLink>
    ) : (
      name
    );
  return (
    <>
      <Section>
        <DefinitionList
          items={[
            { term: t('state'), detail: <StateBadge tone={STATE_TONES[state]}>{t(state)}</StateBadge> },
            { term: t('about'), detail: about },
            { term: t('period'), detail: period === null ? '—' : printPeriod(period, language) },
            { term: t('condition'), detail: finding.condition },
            { term: t('criterion'), detail: finding.criterion },
            { term: t('cause'), detail: finding.cause },
            { term: t('effect'), detail: finding.effect },
            {
              term: t('opened'),
              detail: (
                <>
                  <Moment at={finding.opened_at} />, {finding.opened_by_name}
                </>
              ),
            },
            ...(finding.closed_at === null
              ? []
              : [
                  {
                    term: t('closingNote'),
                    detail: (
                      <>
                        {finding.closing_note} (<Moment at={finding.closed_at} />, {finding.closed_by_name})
                      </>
                    ),
                  },
                ]),
          ]}
        />
      </Section>
      <Section title={t('answers')}>
        <Stack>
          {answers.length === 0 && <Text c="dimmed">{t('noAnswers')}</Text>}
          {answers.map((one) => (
            <div key={one.id}>
              <Text size="sm" c="dimmed">
                {one.person_name}, <Moment at={one.at} />
              </Text>
              <Text>{one.text}</Text>
            </div>
          ))}
          {finding.may_answer && <FindingForm finding={finding.id} act="answer" />}
          {finding.may_close && <FindingForm finding={finding.id} act="close" />}
        </Stack>
      </Section>
    </>
  );
}
