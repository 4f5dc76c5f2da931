import { Button, Group, Stack, Text } from '@mantine/core';
import { printDate, printLimit } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Deadline } from './answers.ts';
import { TEXTS } from './texts.ts';

interface DeadlineBoxProps {
  readonly rule: Deadline;
  /** Whether another rule is for some cases of the kind. */
  readonly shared: boolean;
  /** Absent for who may not write. */
  readonly onConfirm?: () => void;
}

/** One deadline: how long and for which cases, then where it comes from and who confirmed it. */
export function DeadlineBox({ rule, shared, onConfirm }: DeadlineBoxProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { when, from, until, confirmed, confirmed_by, pauses } = rule;
  const which = when?.[language] ?? t(shared ? 'otherCases' : 'allCases');
  const date = (iso: string) => printDate(iso, language);
  const confirmation = () => {
    if (confirmed === null) return t('unconfirmedWhat');
    if (confirmed_by === null) return t('confirmedOn', { date: date(confirmed) });
    return t('confirmedBy', { who: confirmed_by, date: date(confirmed) });
  };
  return (
    <Stack gap="xs">
      <Group gap="sm" align="baseline">
        <Text fw={600}>
          {which}: {printLimit(rule, language)}
        </Text>
        {confirmed === null && <StateBadge tone="alert">{t('unconfirmed')}</StateBadge>}
      </Group>
      <Text size="sm" c="dimmed">
        {t(pauses ? 'stops' : 'runsOn')}
      </Text>
      <DefinitionList
        items={[
          { term: t('source'), detail: rule.source[language] },
          { term: t('regulator'), detail: rule.regulator },
          {
            term: t('holds'),
            detail:
              until === null
                ? t('since', { from: date(from) })
                : t('sinceUntil', { from: date(from), until: date(until) }),
          },
          { term: t('confirmation'), detail: confirmation() },
        ]}
      />
      {confirmed === null && onConfirm && (
        <Group>
          <Button variant="default" size="sm" onClick={onConfirm} aria-label={`${t('confirm')}: ${which}`}>
            {t('confirm')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
