import { NativeSelect, TextInput } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import type { Openable, Openables } from './answers.ts';
import styles from './attend.module.css';
import { ATTEND_TEXTS } from './attend-texts.ts';
import type { Draft } from './draft.ts';

interface ClientPartProps {
  readonly draft: Draft;
  readonly openables: Openables;
  readonly kind: Openable['kind'];
  readonly onChange: (next: Partial<Draft>) => void;
  /** What is missing is marked. */
  readonly marked: boolean;
}

/** Who asks, and where and how it came. The client's number first: it is what one has in hand. */
export function ClientPart({ draft, openables, kind, onChange, marked }: ClientPartProps) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const { units, channels } = openables;
  const first = useFirstFocus<HTMLInputElement>();
  const required = kind === 'solicitud';
  return (
    <Section title={t('who')}>
      <div className={styles.who}>
        <div id="place-client">
          <TextInput
            ref={first}
            label={t('client')}
            description={t('clientHelp')}
            required={required}
            error={marked && required && draft.client.trim() === '' ? t('required') : undefined}
            maxLength={60}
            value={draft.client}
            onChange={(event) => onChange({ client: event.currentTarget.value })}
            autoComplete="off"
          />
        </div>
        {units.length > 1 && (
          <div id="place-unit">
            <NativeSelect
              label={t('unit')}
              required
              error={marked && draft.unit === '' ? t('required') : undefined}
              data={['', ...units]}
              value={draft.unit}
              onChange={(event) => onChange({ unit: event.currentTarget.value })}
            />
          </div>
        )}
        {channels.length > 1 && (
          <NativeSelect
            label={t('channel')}
            data={[
              { value: '', label: '' },
              ...channels.map(({ id, name }) => ({ value: id, label: name[language] })),
            ]}
            value={draft.channel}
            onChange={(event) => onChange({ channel: event.currentTarget.value })}
          />
        )}
        <TextInput
          label={t('core')}
          description={t('coreHelp')}
          maxLength={60}
          value={draft.core_number}
          onChange={(event) => onChange({ core_number: event.currentTarget.value })}
          autoComplete="off"
        />
      </div>
    </Section>
  );
}
