/** A file and files, for counts. */
export const FILES = {
  es: ['archivo', 'archivos'],
  en: ['file', 'files'],
} as const;
