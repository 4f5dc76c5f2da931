import { Stack } from '@mantine/core';
import { printCount } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { isFew } from './start-draft.ts';
import type { StepProps } from './step-props.ts';
import { TEXTS } from './texts.ts';

/** Everything answered, before any of it is kept. */
export function ReviewStep({ choices, draft }: StepProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { words, from, to } = draft;
  const kind = choices.kinds.find(({ id }) => id === draft.kind)?.name[language];
  const country = choices.countries.find(({ id }) => id === draft.country)?.name[language];
  const chosen = choices.calendars.find(({ id }) => id === draft.calendar);
  const calendar = chosen && `${chosen.name[language]}: ${chosen.hours[language]}`;
  const packs = choices.packs.filter(({ id }) => draft.packs.includes(id)).map(({ name }) => name[language]);
  const hours = draft.saturday ? t('withSaturday', { from, to }) : t('hours', { from, to });
  const role = isFew(draft) ? `${t('administrator')}; ${t('analyst')}` : t('administrator');
  const people = [
    { name: draft.person, role },
    ...draft.others
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, role }) => ({ name, role: t(role) })),
  ];
  const nouns = language === 'es' ? (['persona', 'personas'] as const) : (['person', 'people'] as const);
  return (
    <>
      <DefinitionList
        items={[
          { term: t('name'), detail: `${draft.name} (${kind ?? ''})` },
          { term: t('two'), detail: `${words.client}, ${words.unit}, ${words.staff}` },
          ...(choices.packs.length === 0
            ? []
            : [{ term: t('packsTerm'), detail: packs.length === 0 ? t('packsNone') : packs.join(', ') }]),
          { term: t('country'), detail: country },
          { term: t('calendar'), detail: calendar ?? hours },
          {
            term: t('people'),
            detail: (
              <Stack gap={4}>
                <span>
                  {t(draft.people_count === 1 ? 'peopleOne' : 'peopleCount', {
                    n: printCount(draft.people_count, nouns, language),
                  })}
                </span>
                {people.map((person) => (
                  <span key={person.name}>
                    <strong>{person.name}</strong>: {person.role}
                  </span>
                ))}
              </Stack>
            ),
          },
        ]}
      />
      {isFew(draft) && <Finding tone="info">{t('fewAbout', { days: choices.exception_days })}</Finding>}
    </>
  );
}
