import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { printNumber, printPeriod } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { NoteCause } from '../../app/note-cause.tsx';
import { useMay } from '../../app/session.ts';
import { TakeLimits } from '../../app/take-limits.tsx';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { keepTogether } from '../../ui/keep-together.ts';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import type { SignalLine } from './signals-answer.ts';
import { SignalPicture } from './signal-picture.tsx';
import styles from './signals.module.css';
import { TEXTS } from './texts.ts';

interface SignalCardProps {
  readonly line: SignalLine;
  /** The month whose list it is in. */
  readonly period: string;
  readonly mayPropose: boolean;
}

/** One signal: its series, what happened in a sentence, and what may be done about it. */
export function SignalCard({ line, period, mayPropose }: SignalCardProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { unit } = useView();
  const mayOpen = useMay('open-improvement');
  const seen = useCall('post /api/signals/seen');
  const [asked, setAsked] = useState<'cause' | 'limits' | null>(null);
  const dimensions = toNamed(line.dimensions);
  const about = { indicator: line.indicator, dimensions };
  const where = dimensions['unit'];
  const title = [line.name[language], line.part?.[language]].filter(Boolean).join(' · ');
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <AppLink
          className={styles.name}
          to={{
            to: '/indicadores/$id',
            params: { id: line.indicator },
            search: { periodo: line.period, ...(where === undefined ? {} : { agencia: where }) },
          }}
        >
          {title}
        </AppLink>
        <div className={styles.badges}>
          <StateBadge tone={line.better === true ? 'met' : 'alert'}>
            {t(`rule-${line.rule}`)}
            {line.better === true ? ` · ${t('rule-better')}` : ''}
          </StateBadge>
          <VerdictBadge verdict={line.verdict} />
        </div>
      </div>
      <SignalPicture
        line={line}
        alt={t('picture', {
          name: title,
          n: printNumber(line.points.length, language),
          period: printPeriod(line.period, language),
          value: line.value[language],
        })}
      />
      <div className={styles.words}>
        <p className={styles.sentence}>{keepTogether(line.sentence[language])}</p>
        <p className={styles.soft}>
          {[
            // The sentence of a point outside says it already.
            line.rule === 'outside' || line.usual[language] === ''
              ? null
              : t('usual', { usual: line.usual[language] }),
            t('n', { n: printNumber(line.n, language) }),
            line.process.name[language],
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {line.parts.n > 0 && <p className={styles.soft}>{sayParts(line, t, language)}</p>}
        {line.cause !== null && <Text size="sm">{t('causeIs', { cause: line.cause })}</Text>}
        {line.waiting.map(({ proposal, kind, proposed_by, reason, period: of }) => (
          <Text key={proposal} size="sm" c="dimmed">
            {t(kind === 'annotate-point' ? 'waitsCause' : 'waitsBaseline', {
              who: proposed_by ?? '',
              reason,
              period: printPeriod(of, language),
            })}
          </Text>
        ))}
      </div>
      <Group gap="xs" className={styles.acts}>
        {mayOpen && (
          <LinkButton
            size="xs"
            variant={line.better === true ? 'default' : 'filled'}
            to={{
              to: '/mejoras/nueva',
              search: {
                origen: 'signal',
                indicador: line.indicator,
                periodo: line.period,
                dimensiones: JSON.stringify(dimensions),
                visto: sayWhy(line, t, language),
              },
            }}
          >
            {t('open')}
          </LinkButton>
        )}
        {mayPropose && (
          <>
            <Button size="xs" variant="default" onClick={() => setAsked('cause')}>
              {t('cause')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsked('limits')}>
              {t('limits')}
            </Button>
          </>
        )}
        {line.seen_at === null && line.cause === null ? (
          <Button
            size="xs"
            variant="subtle"
            loading={seen.isPending}
            onClick={() => seen.mutate({ body: { period, unit, key: line.key, reason: '' } })}
          >
            {t('seen')}
          </Button>
        ) : (
          line.seen_at !== null && <StateBadge>{t('seenAt')}</StateBadge>
        )}
      </Group>
      {seen.error && <ErrorPanel error={seen.error} />}
      {asked === 'cause' && <NoteCause {...about} period={line.period} onClose={() => setAsked(null)} />}
      {asked === 'limits' && (
        <TakeLimits
          {...about}
          periods={line.points.slice(1).map((point) => point.period)}
          since={line.since}
          onClose={() => setAsked(null)}
        />
      )}
    </li>
  );
}

/** A series has no value that is none. */
function toNamed(dimensions: SignalLine['dimensions']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(dimensions).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** Why it is a signal, for the evidence of an improvement: the rule, and what is usual. */
function sayWhy(
  line: SignalLine,
  t: ReturnType<typeof useTexts<keyof typeof TEXTS.es>>,
  language: 'es' | 'en',
): string {
  const usual = line.usual[language] === '' ? [] : [`${t('usual', { usual: line.usual[language] })}.`];
  return [`${t(`rule-${line.rule}`)}.`, ...usual].join(' ');
}

function sayParts(
  { parts }: SignalLine,
  t: ReturnType<typeof useTexts<keyof typeof TEXTS.es>>,
  language: 'es' | 'en',
): string {
  const names = parts.names.map((name) => name[language]);
  const rest = parts.n - names.length;
  return rest > 0
    ? t('parts', { names: names.join(', '), n: printNumber(rest, language) })
    : t('partsFew', { names: names.join(', ') });
}
