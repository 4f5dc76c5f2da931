import type { Code, CodeList } from '../kernel/index.ts';
import { toSlug } from '../kernel/index.ts';
import type { Entry, Reading } from './entry.ts';
import { readOneThing } from './entry.ts';
import { checkId, Fields } from './fields.ts';

/** Reads a closed list of codes. A spelling may mean one code only. */
export function readCodeList(reading: Reading): Entry<CodeList> {
  return readOneThing(reading, 'codes', ['name', 'values'], (fields, id) => {
    const owner = new Map<string, string>();
    fields.localIf('name');
    const codes = (fields.need('values')?.entries() ?? []).map(({ key, value }): Code => {
      checkId(value, key);
      const code = new Fields(value, ['label', 'aliases']);
      const aliases = code.texts('aliases');
      for (const alias of [key, ...aliases]) {
        const other = owner.get(toSlug(alias));
        if (other !== undefined && other !== key)
          value.add('alias-taken', { alias, first: other, second: key });
        owner.set(toSlug(alias), key);
      }
      return { id: key, label: code.local('label'), aliases };
    });
    return { id, pack: reading.pack, codes };
  });
}
