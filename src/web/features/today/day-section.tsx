import { Button } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { DayGroup } from './answers.ts';
import { LineTable } from './line-table.tsx';
import { TEXTS } from './texts.ts';

/** Lines seen at once of what presses today, and of the rest. */
const MANY = 10;
const FEW = 4;
/** Colour only for what presses; the title says it in words. */
const TONES: Partial<Record<DayGroup['id'], 'bad' | 'alert'>> = { overdue: 'bad', 'due-today': 'alert' };
/** Parts of the board that the list of cases can show whole, by its own name for them. */
const IN_LIST: Partial<Record<DayGroup['id'], string>> = {
  overdue: 'overdue',
  'due-today': 'today',
  waiting: 'waiting',
  unknown: 'unknown',
};

interface DaySectionProps {
  readonly group: DayGroup;
  /** False where all are of one unit. */
  readonly units: boolean;
  /** Whether only what is on the person's desk is shown. */
  readonly mine: boolean;
}

/** One part of the day: what presses is seen whole, the rest begins with a few. */
export function DaySection({ group, units, mine }: DaySectionProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const tone = TONES[group.id];
  const lines = isWhole ? group.lines : group.lines.slice(0, tone ? MANY : FEW);
  const print = (n: number) => printNumber(n, language);
  const list = IN_LIST[group.id];
  const count =
    lines.length === group.n
      ? t('all', { n: print(group.n) })
      : t('of', { n: print(group.n), shown: print(lines.length) });
  return (
    <Section
      title={t(group.id)}
      finding={tone ? <StateBadge tone={tone}>{count}</StateBadge> : count}
      actions={
        list !== undefined && group.lines.length < group.n ? (
          <LinkButton
            to={{ to: '/casos', search: { plazo: list, 'a-cargo': mine ? 'desk' : undefined } }}
            variant="default"
          >
            {t('list')}
          </LinkButton>
        ) : undefined
      }
    >
      <LineTable label={t(group.id)} lines={lines} units={units} />
      {lines.length < group.lines.length && (
        <Button variant="default" mt="sm" onClick={() => setWhole(true)}>
          {t('more', { n: print(group.lines.length) })}
        </Button>
      )}
    </Section>
  );
}
