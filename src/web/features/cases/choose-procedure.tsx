import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../app/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import type { Openable } from './answers.ts';
import styles from './attend.module.css';
import { ATTEND_TEXTS } from './attend-texts.ts';

interface ChooseProcedureProps {
  readonly procedures: readonly Openable[];
  readonly onChoose: (id: string) => void;
}

const toBare = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** By what procedure: a few letters and Enter, or one of the large buttons. */
export function ChooseProcedure({ procedures, onChoose }: ChooseProcedureProps) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const [text, setText] = useState('');
  const input = useFirstFocus<HTMLInputElement>();
  const words = toBare(text).split(/\s+/).filter(Boolean);
  const found = procedures.filter(({ name, object, process }) => {
    const said = toBare(`${name[language]} ${process.name[language]} ${object[language]}`);
    return words.every((word) => said.includes(word));
  });
  // A name that has the words goes before a description that has them.
  const first =
    found.find(({ name }) => words.every((word) => toBare(name[language]).includes(word))) ?? found[0];
  const groups = [
    { label: t('solicitud'), items: found.filter(({ kind }) => kind === 'solicitud') },
    { label: t('voice'), items: found.filter(({ kind }) => kind !== 'solicitud') },
  ];
  return (
    <>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (first && words.length > 0) onChoose(first.id);
        }}
      >
        <TextInput
          ref={input}
          size="md"
          maw="34rem"
          label={t('chooseFinding')}
          description={t('chooseHelp')}
          leftSection={<Icon name="search" size={18} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoComplete="off"
        />
      </form>
      {found.length === 0 && <Text role="status">{t('chooseNone')}</Text>}
      {groups.map(
        ({ label, items }) =>
          items.length > 0 && (
            <section key={label} aria-label={label}>
              <h2 className={styles.groupName}>{label}</h2>
              <div className={styles.buttons}>
                {items.map((item) => (
                  <UnstyledButton
                    key={item.id}
                    className={styles.button}
                    data-first={words.length > 0 && item === first}
                    onClick={() => onChoose(item.id)}
                  >
                    <strong>{item.name[language]}</strong>
                    <span>{item.object[language]}</span>
                  </UnstyledButton>
                ))}
              </div>
            </section>
          ),
      )}
    </>
  );
}
