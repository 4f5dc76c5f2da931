import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { printDate } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AttendanceForm } from './attendance-form.tsx';
import { AttendanceTable } from './attendance-table.tsx';
import { TestForm } from './test-form.tsx';
import { TestReview } from './test-review.tsx';
import { TEXTS } from './texts.ts';
import type { Workshop } from './workshop.ts';
import { WORKSHOP_TONES } from './workshop-tones.ts';

/** One workshop: what it is about, the test of who came to it, and who did. */
export default function WorkshopScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const answer = useAnswer('get /api/workshops/{id}', { params: { id } });
  const [cancels, setCancels] = useState(false);
  const cancel = useCall('post /api/workshops/{id}/cancel');
  const workshop = answer.data;
  return (
    <Page
      title={workshop?.topic ?? t('title')}
      finding={workshop?.sentence[language]}
      back={{ to: '/mejoras/talleres', label: t('title') }}
      help="/mejoras/talleres"
      actions={
        workshop?.may_cancel && (
          <Button variant="default" onClick={() => setCancels(true)}>
            {t('cancel')}
          </Button>
        )
      }
      narrow
    >
      <LoadingPanel answer={answer}>{(data) => <WorkshopBody workshop={data} />}</LoadingPanel>
      {cancels && (
        <ConfirmWithReason
          title={t('cancel')}
          confirm={t('cancel')}
          onClose={() => setCancels(false)}
          pending={cancel.isPending}
          refused={cancel.error}
          onConfirm={(reason) =>
            cancel.mutate({ params: { id }, body: { reason } }, { onSuccess: () => setCancels(false) })
          }
        >
          {t('cancelWhat')}
        </ConfirmWithReason>
      )}
    </Page>
  );
}

function WorkshopBody({ workshop }: { readonly workshop: Workshop }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id, date, place, units, indicators, state, note, planned_by_name, questions } = workshop;
  return (
    <>
      {workshop.may_take && <TestForm workshop={id} questions={questions} />}
      {workshop.own_points !== null && <TestReview workshop={workshop} />}
      <Section title={t('about')}>
        <DefinitionList
          items={[
            { term: t('state'), detail: <StateBadge tone={WORKSHOP_TONES[state]}>{t(state)}</StateBadge> },
            ...(note === '' ? [] : [{ term: t('why'), detail: note }]),
            { term: t('date'), detail: printDate(date, language) },
            { term: t('place'), detail: place },
            { term: t('units'), detail: units === null ? t('allUnits') : units.join(', ') },
            {
              term: t('indicators'),
              detail:
                indicators.length === 0
                  ? t('noIndicator')
                  : indicators.map((each) => (
                      <div key={each.id}>
                        <AppLink to={{ to: '/indicadores/$id', params: { id: each.id } }}>
                          {each.name[language]}
                        </AppLink>
                      </div>
                    )),
            },
            ...(planned_by_name === null ? [] : [{ term: t('plannedBy'), detail: planned_by_name }]),
          ]}
        />
      </Section>
      {workshop.may_record ? (
        <AttendanceForm key={workshop.people.length} workshop={workshop} />
      ) : (
        <Section title={t('attendance')}>
          <AttendanceTable workshop={workshop} />
        </Section>
      )}
      {workshop.own_points === null && !workshop.may_take && questions.length > 0 && (
        <TestReview workshop={workshop} />
      )}
    </>
  );
}
