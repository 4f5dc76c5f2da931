import type { Say } from '../../app/words.ts';
import type { WIZARD_TEXTS } from './texts.ts';

type Key = keyof (typeof WIZARD_TEXTS)['es'];

const FORMS: Readonly<Record<string, Key>> = {
  ymd: 'formYmd',
  dmy: 'formDmy',
  mdy: 'formMdy',
  serial: 'formSerial',
  compact: 'formCompact',
  '.': 'formPoint',
  ',': 'formComma',
};

/** How dates or numbers are read, in words. */
export function sayForm(say: Say<Key>, form: string): string {
  const key = FORMS[form];
  return key ? say(key) : form;
}
