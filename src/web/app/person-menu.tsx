import { Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Icon } from '../ui/icon.tsx';
import { useLanguage } from '../ui/language.ts';
import { useSession } from './session.ts';
import { useSignOut, useSpeak } from './session-calls.ts';
import styles from './shell.module.css';
import { APP_TEXTS } from './texts.ts';
import { useTexts } from './words.ts';

/** The person: account, language, appearance, help, sign out. */
export function PersonMenu() {
  const t = useTexts(APP_TEXTS);
  const language = useLanguage();
  const { person, to_decide } = useSession();
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const speak = useSpeak();
  const dark = scheme === 'dark';
  const other = language === 'es' ? 'en' : 'es';
  return (
    <Menu position="bottom-end" shadow="md" width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={styles.person} aria-label={`${t('person')}: ${person.name}`}>
          <Icon name="person" size={18} />
          <span>{person.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="person" size={16} />}
          onClick={() => void navigate({ to: '/cuenta' })}
        >
          {t('account')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="help" size={16} />}
          onClick={() => void navigate({ to: '/ayuda' })}
        >
          {t('help')}
        </Menu.Item>
        {to_decide > 0 && (
          <Menu.Item
            leftSection={<Icon name="check" size={16} />}
            onClick={() => void navigate({ to: '/administracion/propuestas' })}
          >
            {t('toDecide', { n: to_decide })}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<Icon name={dark ? 'sun' : 'moon'} size={16} />}
          closeMenuOnClick={false}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? t('light') : t('dark')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="voice" size={16} />}
          lang={other}
          closeMenuOnClick={false}
          onClick={() => speak(other)}
        >
          {t('otherLanguage')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="leave" size={16} />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
