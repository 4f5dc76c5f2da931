import { Select } from '@mantine/core';
import { Icon } from '../ui/icon.tsx';
import { useSession } from './session.ts';
import { APP_TEXTS } from './texts.ts';
import { useView } from './view.ts';
import { useTexts } from './words.ts';

const ALL = '*';

/** The unit of every screen, among those the person may see; who has one alone does not choose. */
export function UnitPicker() {
  const t = useTexts(APP_TEXTS);
  const { units } = useSession();
  const { unit, setView } = useView();
  if (units.length === 0) return null;
  const all = units.length === 1 ? [] : [{ value: ALL, label: t('allAgencies') }];
  return (
    <Select
      aria-label={t('agency')}
      leftSection={<Icon name="place" size={16} />}
      data={[...all, ...units.map((name) => ({ value: name, label: name }))]}
      value={unit ?? (units.length === 1 ? (units[0] ?? ALL) : ALL)}
      onChange={(next) => setView({ unit: next === ALL ? null : next })}
      searchable={units.length > 8}
      // An address of somebody else may hold a unit that is not theirs: then there is something to choose.
      readOnly={units.length === 1 && (unit === undefined || unit === units[0])}
      w={{ base: '100%', sm: 210 }}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
