import { Button, Group, Stack } from '@mantine/core';
import { printNumber, printPeriod } from '../../../sentences/index.ts';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../app/session.ts';
import { MeasureServices } from '../../app/measure-services.tsx';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Accounting } from './accounting.tsx';
import type { Outcome } from './answers.ts';
import { WIZARD_TEXTS } from './texts.ts';

interface DoneStepProps {
  readonly outcome: Outcome;
  readonly name: string;
  readonly onLeave: () => void;
}

/** What was published, and what to do next. */
export function DoneStep({ outcome, name, onLeave }: DoneStepProps) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const { counts, months, already } = outcome;
  const n = (value: number) => printNumber(value, language);
  // The month most of the rows are of is the one the person came for.
  const month = months.toSorted((a, b) => b.rows - a.rows)[0]?.month;
  // Nothing measures these data yet: the term of each service is what the verdict lacks.
  const isFirst = useMay('define-indicator') && outcome.indicators.length === 0;
  const navigate = useNavigate();
  const seeMonth = () =>
    void navigate({ to: '/', search: month === undefined ? {} : { periodo: month } } as never);
  const finding = (
    <Finding tone="met" live>
      {already ? t('doneAlready', { name }) : t('doneWhat', { accepted: n(outcome.entered), name })}
    </Finding>
  );
  return (
    <Stack gap="lg">
      {isFirst && (
        <>
          <Section title={t('doneTitle')}>{finding}</Section>
          <MeasureServices onMade={seeMonth} />
        </>
      )}
      <Section title={isFirst ? undefined : t('doneTitle')}>
        <Stack gap="md">
          {!isFirst && finding}
          <Accounting counts={counts} />
          {counts.quarantined > 0 && (
            <Finding
              tone="alert"
              action={
                <LinkButton variant="default" to="/datos/corregir">
                  {t('goCorrect')}
                </LinkButton>
              }
            >
              {t('doneCorrect', { n: n(counts.quarantined) })}
            </Finding>
          )}
          <Group gap="sm">
            {month !== undefined && (
              <LinkButton
                variant={isFirst ? 'default' : 'filled'}
                to={{ to: '/', search: { periodo: month } }}
              >
                {t('goMonth', { month: printPeriod(month, language) })}
              </LinkButton>
            )}
            {outcome.import !== null && (
              <LinkButton
                variant="default"
                to={{ to: '/datos/importaciones', search: { importacion: outcome.import } }}
              >
                {t('goImport')}
              </LinkButton>
            )}
            <Button variant="default" onClick={onLeave}>
              {t('another')}
            </Button>
          </Group>
        </Stack>
      </Section>
      {!isFirst && <MeasureServices brief onMade={seeMonth} />}
    </Stack>
  );
}
