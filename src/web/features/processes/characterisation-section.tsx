import { Select, Text } from '@mantine/core';
import type { LocalText } from '../../../kernel/index.ts';
import { printDate } from '../../../sentences/index.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { ProcessAnswer, Version } from './answers.ts';
import styles from './processes.module.css';
import { TEXTS } from './texts.ts';

/** What a process is, as its document says it; an earlier version by its date. */
export function CharacterisationSection({ data }: { readonly data: ProcessAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { today } = useSession();
  const [asked, ask] = useAddress('version', data.current ?? '');
  const version = data.versions.find(({ from }) => from === asked) ?? data.versions[0];
  if (!version)
    return (
      <Section title={t('characterisation')}>
        <EmptyState
          title={t('noCharacterisation')}
          action={
            data.may_edit && (
              <LinkButton to={{ to: '/procesos/$id/editar', params: { id: data.id } }}>
                {t('edit')}
              </LinkButton>
            )
          }
        >
          {t('noCharacterisationWhat')}
        </EmptyState>
      </Section>
    );
  const since =
    version.from === data.current
      ? 'characterisationSince'
      : version.from > today
        ? 'characterisationFrom'
        : 'characterisationOld';
  return (
    <Section
      title={t('characterisation')}
      finding={t(since, { date: printDate(version.from, language) })}
      actions={
        data.versions.length > 1 && (
          <Select
            aria-label={t('version')}
            data={data.versions.map(({ from }) => ({
              value: from,
              label: t(from === data.current ? 'versionNow' : 'versionOf', {
                date: printDate(from, language),
              }),
            }))}
            value={version.from}
            onChange={(value) => ask(value ?? undefined)}
            allowDeselect={false}
          />
        )
      }
    >
      <VersionView version={version} named={data.named} />
    </Section>
  );
}

function VersionView({
  version,
  named,
}: {
  readonly version: Version;
  readonly named: ProcessAnswer['named'];
}) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const line = (term: 'responsible' | 'objective' | 'starts' | 'ends') => ({
    term: t(term),
    detail: version[term][language],
  });
  return (
    <>
      <DefinitionList items={[line('responsible'), line('objective'), line('starts'), line('ends')]} />
      <Text component="p" c="dimmed" mt="md" mb="xs">
        {t('flow')}
      </Text>
      <div className={styles.flow}>
        <PartiesColumn title={t('suppliers')} parties={version.suppliers} />
        <LinesColumn title={t('inputs')} lines={version.inputs} />
        <LinesColumn title={t('activities')} lines={version.activities} />
        <LinesColumn title={t('outputs')} lines={version.outputs} />
        <PartiesColumn title={t('clients')} parties={version.clients} />
      </div>
      <div className={styles.three}>
        {(['documents', 'norms', 'resources'] as const).map((part) => (
          <div key={part}>
            <h3>{t(part)}</h3>
            <Lines lines={version[part]} />
          </div>
        ))}
      </div>
      {version.indicators.length > 0 && (
        <div className={styles.three}>
          <div>
            <h3>{t('indicators')}</h3>
            <ul className={styles.lines}>
              {version.indicators.map((id) => (
                <li key={id}>
                  <AppLink to={{ to: '/indicadores/$id', params: { id } }}>
                    {named.find((each) => each.id === id)?.name[language] ?? id}
                  </AppLink>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly LocalText[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (lines.length === 0) return <p className={styles.note}>{t('nothing')}</p>;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.es}>{line[language]}</li>
      ))}
    </ul>
  );
}

function LinesColumn({ title, lines }: { readonly title: string; readonly lines: readonly LocalText[] }) {
  return (
    <div className={styles.column}>
      <h3>{title}</h3>
      <Lines lines={lines} />
    </div>
  );
}

function PartiesColumn({ title, parties }: { readonly title: string; readonly parties: Version['clients'] }) {
  const t = useTexts(TEXTS);
  const sides = (['internal', 'external'] as const).filter((side) => parties[side].length > 0);
  return (
    <div className={styles.column}>
      <h3>{title}</h3>
      {sides.length === 0 && <Lines lines={[]} />}
      {sides.map((side) => (
        <div key={side}>
          <h4>{t(side)}</h4>
          <Lines lines={parties[side]} />
        </div>
      ))}
    </div>
  );
}
