import { currentLanguage } from '../ui/language.ts';

/** What must be so before anything is drawn: the appearance kept in this browser, and the nonce for added styles. */
const KEY = 'mantine-color-scheme-value';

function findScheme(): 'light' | 'dark' {
  const kept = localStorage.getItem(KEY);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

document.documentElement.lang = currentLanguage();
document.documentElement.setAttribute('data-mantine-color-scheme', findScheme());

/** The nonce of this page, without which the browser takes no style that the program adds. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// Where the packages that hold the page still behind a dialog look for it.
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;
