import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { mayOpen } from '../../app/may-open.ts';
import { SCREENS } from '../../app/screens.tsx';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { LinkTo } from '../../ui/link-to.ts';
import styles from './search.module.css';
import { SEARCH_TEXTS } from './texts.ts';
import { type Found, toLink } from './to-link.ts';

type Kind = Found['kind'] | 'screen';

interface Item {
  readonly kind: Kind;
  readonly name: string;
  readonly detail: string | null;
  readonly to: LinkTo;
}

const ICONS: Readonly<Record<Kind, IconName>> = {
  screen: 'right',
  indicator: 'indicator',
  process: 'process',
  unit: 'place',
  person: 'person',
  import: 'data',
  fact: 'table',
};
const SHORTEST = 2;

/** Search over everything: type, choose with the arrows, open with Enter. */
export default function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(SEARCH_TEXTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 120);
  const [chosen, setChosen] = useState(0);
  const isAsked = asked.length >= SHORTEST;
  const answer = useAnswer('get /api/search', { query: { q: asked } }, { when: isAsked, keep: true });
  const screens = useScreens(asked);
  const items: readonly Item[] = isAsked
    ? [
        ...(answer.data?.found ?? []).map((found) => ({
          kind: found.kind,
          name: found.name[language],
          detail: found.detail?.[language] ?? null,
          to: toLink(found),
        })),
        ...screens,
      ]
    : [];
  const at = Math.min(chosen, Math.max(0, items.length - 1));
  const open = (item: Item | undefined) => {
    if (!item) return;
    onClose();
    void navigate({ ...item.to } as never);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen(items.length === 0 ? 0 : (at + 1) % items.length);
    else if (event.key === 'ArrowUp') setChosen(at === 0 ? Math.max(0, items.length - 1) : at - 1);
    else if (event.key === 'Enter') open(items[at]);
    else return;
    event.preventDefault();
  };
  const status = !isAsked
    ? t('hint')
    : answer.error
      ? t('failed')
      : items.length === 0
        ? answer.isFetching || asked !== text.trim()
          ? ''
          : t('nothing')
        : items.length === 1
          ? t('countOne')
          : t('count', { n: printNumber(items.length, language) });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="lg"
      yOffset="8vh"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <TextInput
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
        aria-label={t('label')}
        placeholder={t('placeholder')}
        leftSection={<Icon name="search" size={18} />}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={items.length > 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        size="md"
      />
      <p className={styles.status} role="status">
        {status}
      </p>
      <div className={styles.list} id={`${id}-list`} role="listbox" aria-label={t('title')}>
        {items.map((item, index) => (
          <div key={`${item.kind} ${item.name} ${item.detail ?? ''} ${item.to.to}`}>
            {items[index - 1]?.kind !== item.kind && (
              <div className={styles.kind} role="presentation">
                {t(item.kind)}
              </div>
            )}
            <div
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={styles.option}
              onClick={() => open(item)}
              onMouseMove={() => setChosen(index)}
            >
              <Icon name={ICONS[item.kind]} size={18} />
              <span className={styles.name}>{item.name}</span>
              {item.detail !== null && <span className={styles.detail}>{item.detail}</span>}
            </div>
          </div>
        ))}
      </div>
    </Modal>
  );
}

/** Screens whose name has the text. */
function useScreens(text: string): readonly Item[] {
  const language = useLanguage();
  const session = useSession();
  const plain = (word: string) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(text);
  if (wanted.length < SHORTEST) return [];
  return SCREENS.filter(
    (screen) =>
      !screen.path.includes('$') &&
      mayOpen(screen, session) &&
      plain(screen.label[language]).includes(wanted),
  ).map(({ path, label }) => ({ kind: 'screen', name: label[language], detail: null, to: { to: path } }));
}
