import { SegmentedControl, Stack } from '@mantine/core';
import { printDate } from '../../../sentences/index.ts';
import { useSession } from '../../app/session.ts';
import { useSpeak } from '../../app/session-calls.ts';
import { useTexts } from '../../app/words.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

/** Name, roles and language of whoever looks. */
export function WhoSection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { person } = useSession();
  const speak = useSpeak();
  const roles = person.roles.map(({ role, name, units, processes, until }) => {
    const reach = [
      units === null ? undefined : t('onlyUnits', { units: units.join(', ') }),
      processes === null ? undefined : t('onlyProcesses', { processes: processes.join(', ') }),
      until === null ? undefined : t('until', { date: printDate(until, language) }),
    ].filter((text) => text !== undefined);
    return <span key={role}>{reach.length === 0 ? name : `${name} (${reach.join('; ')})`}</span>;
  });
  return (
    <Section title={t('who')}>
      <DefinitionList
        items={[
          { term: t('name'), detail: person.name },
          { term: t('login'), detail: person.login },
          { term: t('roles'), detail: roles.length === 0 ? t('noRoles') : <Stack gap={2}>{roles}</Stack> },
          {
            term: t('language'),
            detail: (
              <SegmentedControl
                aria-label={t('language')}
                value={language}
                onChange={(next) => speak(next)}
                data={[
                  { value: 'es', label: 'Español' },
                  { value: 'en', label: 'English' },
                ]}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
