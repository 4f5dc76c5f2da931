import { Button, Divider, Stack } from '@mantine/core';
import { printLimit, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Deadline, KindDeadlines } from './answers.ts';
import { DeadlineBox } from './deadline-box.tsx';
import { TEXTS } from './texts.ts';

interface KindSectionProps {
  readonly kind: KindDeadlines;
  readonly mayEdit: boolean;
  readonly onWrite: () => void;
  readonly onConfirm: (rule: Deadline) => void;
  readonly onSettle: () => void;
  readonly settling: boolean;
}

/** A kind of case: that its deadline is not known, or the rules by which it is answered. */
export function KindSection({ kind, mayEdit, onWrite, onConfirm, onSettle, settling }: KindSectionProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { known, waiting, rules, own } = kind;
  const n = printNumber(waiting, language);
  const count = (one: 'waitingOne' | 'leftOne', many: 'waiting' | 'left') =>
    waiting === 0 ? '' : t(waiting === 1 ? one : many, { n });
  const name = kind.name[language];
  const see = waiting > 0 && (
    <AppLink
      to={{ to: '/casos', search: { plazo: 'unknown', clase: kind.id } }}
      aria-label={`${t('see')}: ${name}`}
    >
      {t('see')}
    </AppLink>
  );
  return (
    <Section
      title={name}
      actions={
        mayEdit &&
        known !== null && (
          <Button
            variant={known ? 'default' : 'filled'}
            onClick={onWrite}
            aria-label={t(known ? 'writeOtherFor' : 'writeFor', { kind: name })}
          >
            {t(known ? 'writeOther' : 'write')}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {known === false && (
          <Finding tone="alert">
            {[t('unknownWhat'), count('waitingOne', 'waiting'), mayEdit ? '' : t('askWriter')]
              .filter((text) => text !== '')
              .join(' ')}{' '}
            {see}
          </Finding>
        )}
        {known === true && waiting > 0 && (
          <Finding
            tone="alert"
            action={
              mayEdit && (
                <Button variant="default" size="sm" onClick={onSettle} loading={settling}>
                  {t('settle')}
                </Button>
              )
            }
          >
            {count('leftOne', 'left')} {see}
          </Finding>
        )}
        {rules.map((rule, at) => (
          <Stack key={rule.id} gap="md">
            {at > 0 && <Divider />}
            <DeadlineBox
              rule={rule}
              shared={rules.length > 1}
              {...(mayEdit && { onConfirm: () => onConfirm(rule) })}
            />
          </Stack>
        ))}
        {own.length > 0 && (
          <DefinitionList
            items={own.map((each) => ({
              term: each.name[language],
              detail: `${printLimit({ ...each, pauses: true }, language)} · ${t('own')}`,
            }))}
          />
        )}
      </Stack>
    </Section>
  );
}
