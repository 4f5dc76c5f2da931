import { Button, Fieldset, MultiSelect, Select, Stack } from '@mantine/core';
import type { ApiAnswer } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Grant, toGrant } from './grant-draft.ts';
import { TEXTS } from './texts.ts';

type Roles = ApiAnswer<'get /api/roles'>;

interface GrantsEditorProps {
  readonly roles: Roles['roles'];
  readonly processes: readonly { readonly id: string; readonly name: string }[];
  readonly grants: readonly Grant[];
  readonly onChange: (grants: readonly Grant[]) => void;
}

/** Empty means no limit. */
function toLimit(names: readonly string[]): string[] | null {
  return names.length === 0 ? null : [...names];
}

/** The roles of a person, each with where it reaches and until when. */
export function GrantsEditor({ roles, processes, grants, onChange }: GrantsEditorProps) {
  const t = useTexts(TEXTS);
  const { units } = useSession();
  const put = (index: number, change: Partial<Grant>) =>
    onChange(grants.map((grant, at) => (at === index ? { ...grant, ...change } : grant)));
  const free = roles.filter(({ role }) => grants.every((grant) => grant.role !== role));
  return (
    <Stack>
      {grants.map((grant, index) => {
        const about = roles.find(({ role }) => role === grant.role);
        const name = about?.name ?? grant.role;
        return (
          <Fieldset key={grant.role} legend={`${t('role')}: ${name}`}>
            <Stack gap="sm">
              <Select
                label={t('role')}
                description={about?.about}
                value={grant.role}
                data={[...(about ? [about] : []), ...free].map((one) => ({
                  value: one.role,
                  label: one.name,
                }))}
                onChange={(role) => role && put(index, toGrant(role))}
              />
              {about?.needs === 'units' && (
                <MultiSelect
                  label={t('units')}
                  searchable
                  data={units}
                  value={grant.units ?? []}
                  onChange={(names) => put(index, { units: toLimit(names) })}
                />
              )}
              {about?.needs === 'processes' && (
                <MultiSelect
                  label={t('processes')}
                  searchable
                  data={processes.map(({ id, name }) => ({ value: id, label: name }))}
                  value={grant.processes ?? []}
                  onChange={(ids) => put(index, { processes: toLimit(ids) })}
                />
              )}
              <DateField
                label={t('until')}
                description={t('untilHelp')}
                value={grant.until ?? ''}
                onChange={(date) => put(index, { until: date === '' ? null : date })}
              />
              {grants.length > 1 && (
                <div>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t('dropRole', { role: name })}
                    onClick={() => onChange(grants.filter((_, at) => at !== index))}
                  >
                    {t('drop')}
                  </Button>
                </div>
              )}
            </Stack>
          </Fieldset>
        );
      })}
      {free[0] && (
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => free[0] && onChange([...grants, toGrant(free[0].role)])}
          >
            {t('addRole')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
