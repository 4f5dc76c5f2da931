import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useAnswer, useCall, useDownload } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { Example, Examples } from './answers.ts';
import styles from './authoring.module.css';
import { TEXTS } from './texts.ts';

/** The taxonomy that every sheet bears itself. */
const OWN = 'por-nivel-de-decision';

/** Example indicators by area, or by each way of sorting them, with what each one needs. */
export default function ExamplesScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [by, setBy] = useAddress('por', 'area');
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const answer = useAnswer('get /api/examples');
  const taxonomies = answer.data?.taxonomies ?? [];
  return (
    <Page
      title={t('examplesTitle')}
      finding={t('examplesFinding')}
      back={{ to: '/indicadores/nuevo', label: t('newTitle') }}
      help="/indicadores/ejemplos"
    >
      <SegmentedControl
        orientation={narrow ? 'vertical' : 'horizontal'}
        fullWidth={narrow}
        aria-label={t('by')}
        value={by}
        onChange={setBy}
        data={[
          { value: 'area', label: t('byArea') },
          ...[...taxonomies]
            .sort((a, b) => Number(b.id === OWN) - Number(a.id === OWN))
            .map(({ id, name }) => ({ value: id, label: name[language] })),
        ]}
      />
      <LoadingPanel answer={answer} lines={8}>
        {(data) => (by === 'area' ? <ByArea data={data} /> : <ByTaxonomy data={data} taxonomy={by} />)}
      </LoadingPanel>
    </Page>
  );
}

interface ListProps {
  readonly data: Examples;
}

function ByArea({ data }: ListProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const ready = data.areas.flatMap(({ examples }) => examples.filter(({ state }) => state === 'ready'));
  const areas = data.areas.map((area) => ({
    ...area,
    examples: area.examples.filter(({ state }) => state !== 'ready'),
  }));
  return (
    <Stack gap="lg">
      <Section title={t('readyTitle')} finding={t(ready.length === 0 ? 'readyNone' : 'readyOf')}>
        {ready.length > 0 && <Cards examples={ready} />}
      </Section>
      {areas.map(({ id, name, about, objectives, examples }) =>
        examples.length === 0 ? null : (
          <Section key={id} title={name[language]} finding={about[language]}>
            <Text size="sm" c="dimmed" mb="sm">
              {t('objectives')}: {objectives.map((text) => text[language]).join(' ')}
            </Text>
            <Cards examples={examples} />
          </Section>
        ),
      )}
    </Stack>
  );
}

function ByTaxonomy({ data, taxonomy }: ListProps & { readonly taxonomy: string }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const found = data.taxonomies.find(({ id }) => id === taxonomy);
  if (!found) return null;
  const all = data.areas.flatMap(({ examples }) => examples);
  const placeOf = (example: Example) =>
    taxonomy === OWN ? example : example.places.find((place) => place.taxonomy === taxonomy);
  return (
    <Stack gap="lg">
      <Finding>{found.about[language]}</Finding>
      <Section title={t('types')}>
        <ul className={styles.list}>
          {found.types.map(({ id, name, measures }) => (
            <li key={id}>
              <strong>{name[language]}.</strong> {measures[language]}
            </li>
          ))}
        </ul>
      </Section>
      {found.classes.map(({ id, name, measures }) => {
        const examples = all
          .filter((example) => placeOf(example)?.class === id)
          .sort((a, b) => Number(b.state === 'ready') - Number(a.state === 'ready'));
        const typeOf = (example: Example) =>
          found.types.find((type) => type.id === placeOf(example)?.type)?.name[language] ?? '';
        return (
          <Section key={id} title={name[language]} finding={measures[language]}>
            {examples.length === 0 ? (
              <p className={styles.soft}>{t('noneHere')}</p>
            ) : (
              <Cards examples={examples} typeOf={typeOf} />
            )}
          </Section>
        );
      })}
    </Stack>
  );
}

interface CardsProps {
  readonly examples: readonly Example[];
  readonly typeOf?: (example: Example) => string;
}

function Cards({ examples, typeOf }: CardsProps) {
  return (
    <ul className={styles.cards}>
      {examples.map((example) => (
        <Card key={example.id} example={example} type={typeOf?.(example)} />
      ))}
    </ul>
  );
}

interface CardProps {
  readonly example: Example;
  readonly type?: string;
}

function Card({ example, type }: CardProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayDefine = useMay('define-indicator');
  const adopt = useCall('post /api/examples/{id}/adopt');
  const download = useDownload('get /api/examples/{id}/template');
  const { id, name, objective, needs, state, process } = example;
  const [asks, setAsks] = useState(false);
  const take = () => adopt.mutate({ params: { id } }, { onSuccess: () => setAsks(false) });
  const lacking = needs.filter((need) => need.state !== 'loaded');
  const files = lacking.filter((need) => need.state !== 'computed');
  const typeText = example.type === 'efectividad' ? 'efectividadType' : example.type;
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h3>{name[language]}</h3>
        {state === 'adopted' && <StateBadge tone="met">{t('adopted')}</StateBadge>}
        {state === 'ready' && <StateBadge tone="info">{t('readyState')}</StateBadge>}
      </div>
      <Text size="sm">{objective[language]}</Text>
      <Text size="sm" c="dimmed">
        {type ?? t(typeText)}
      </Text>
      {lacking.map((need) => (
        <Need key={need.dataset} need={need} />
      ))}
      {process !== null && <Text size="sm">{t('addsProcess', { process: process[language] })}</Text>}
      {asks && process !== null && (
        <Modal
          opened
          onClose={() => setAsks(false)}
          title={t('addsTitle', { process: process[language] })}
          centered
          closeButtonProps={{ 'aria-label': t('cancelUse') }}
        >
          <Stack gap="md">
            <Text>{t('addsWhat', { name: name[language], process: process[language] })}</Text>
            <Group gap="sm">
              <Button onClick={take} loading={adopt.isPending}>
                {t('addsGo')}
              </Button>
              <Button variant="default" onClick={() => setAsks(false)}>
                {t('cancelUse')}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
      {adopt.isSuccess && (
        <Finding tone="met" live>
          {t('usedTitle', { name: name[language] })}
        </Finding>
      )}
      {adopt.error !== null && <ErrorPanel error={adopt.error} />}
      {download.error !== null && <ErrorPanel error={download.error} />}
      <div className={styles.cardFoot}>
        {state === 'adopted' && (
          <>
            {mayDefine && files.length > 0 && (
              <LinkButton to="/datos/importar" size="xs">
                {t('load')}
              </LinkButton>
            )}
            <LinkButton to={{ to: '/indicadores/$id', params: { id } }} variant="default" size="xs">
              {t('openSheet')}
            </LinkButton>
            {mayDefine && (
              <LinkButton to={{ to: '/indicadores/$id/editar', params: { id } }} variant="default" size="xs">
                {t('change')}
              </LinkButton>
            )}
          </>
        )}
        {state !== 'adopted' && mayDefine && (
          <Button
            size="xs"
            onClick={() => (process === null ? take() : setAsks(true))}
            loading={adopt.isPending}
            aria-label={`${t('use')}: ${name[language]}`}
          >
            {t('use')}
          </Button>
        )}
        {files.map((need) => (
          <Button
            key={need.dataset}
            variant="default"
            size="xs"
            leftSection={<Icon name="download" size={16} />}
            aria-label={`${t('template')} «${need.name[language]}»`}
            onClick={() => download.mutate({ params: { id }, query: { dataset: need.dataset } })}
          >
            {t('template')}
          </Button>
        ))}
      </div>
    </li>
  );
}

/** Which file is not there, and what it must hold. */
function Need({ need }: { readonly need: Example['needs'][number] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const name = need.name[language];
  const columns = need.columns
    .map(({ label, required }) => (required ? label[language] : t('optional', { column: label[language] })))
    .join(', ');
  const key = need.state === 'partial' ? 'needsColumns' : 'needsFile';
  const text = need.state === 'computed' ? t('needsCapacity') : t(key, { name, columns });
  return <Text size="sm">{text}</Text>;
}
