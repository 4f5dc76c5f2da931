import { readText } from '../read-param.ts';
import type { Sentences } from './sentence-entry.ts';

/** Printed papers: their verification codes. */
export const reportSentences: Sentences = {
  'paper-code-unreadable': {
    es: (params) =>
      `«${readText(params, 'code')}» no es un código de verificación: son doce letras y cifras al pie de cada página, como K7QD-02MX-9RTB.`,
    en: (params) =>
      `“${readText(params, 'code')}” is not a verification code: it is twelve letters and digits at the foot of each page, such as K7QD-02MX-9RTB.`,
  },
  'paper-code-unknown': {
    es: (params) =>
      `Ningún papel de esta institución salió con el código ${readText(params, 'code')}. Compare letra por letra; si está bien escrito, el papel no se imprimió aquí o alguien lo cambió.`,
    en: (params) =>
      `No paper of this institution was issued with the code ${readText(params, 'code')}. Compare it letter by letter; if it is right, the paper was not printed here or somebody changed it.`,
  },
};
