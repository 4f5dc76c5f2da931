import { useSyncExternalStore } from 'react';
import type { Language } from '../../kernel/index.ts';

const KEY = 'circuito-idioma';
const listeners = new Set<() => void>();

function read(): Language {
  // Spanish unless somebody chose: the language of a browser is often that of who installed it.
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'es';
}

let language: Language | undefined;

/** The language on screen: the person's own once signed in, before that the last one used here. */
export function currentLanguage(): Language {
  language ??= read();
  return language;
}

/** Changes the language on screen, and remembers it in this browser for the next sign-in. */
export function setLanguage(next: Language): void {
  if (next === currentLanguage()) return;
  language = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** Calls back each time the language changes; the answer stops that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language on screen, for a part that must change with it. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}
