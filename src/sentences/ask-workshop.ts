import type { Language } from '../kernel/index.ts';

const WORDS = {
  es: {
    limit: (name: string) => `¿Cuánto puede tardar cada caso en «${name}»?`,
    ceiling: (name: string) => `¿Hasta dónde puede llegar «${name}» y seguir cumpliendo?`,
    floor: (name: string) => `¿Cuánto es lo mínimo que se pide en «${name}»?`,
    cause: (name: string, cause: string) =>
      `«${name}» falla a veces por esto: «${cause}». ¿Qué evita que vuelva a pasar?`,
    direction: (name: string) => `¿Cuándo va mejor «${name}»?`,
    directions: {
      'at-most': 'Cuando el resultado baja',
      'at-least': 'Cuando el resultado sube',
      between: 'Cuando se queda entre dos valores',
    },
  },
  en: {
    limit: (name: string) => `How long may each case take in “${name}”?`,
    ceiling: (name: string) => `How far may “${name}” go and still be met?`,
    floor: (name: string) => `What is the least that “${name}” asks for?`,
    cause: (name: string, cause: string) =>
      `“${name}” fails at times for this: “${cause}”. What keeps it from coming back?`,
    direction: (name: string) => `When is “${name}” doing better?`,
    directions: {
      'at-most': 'When the result goes down',
      'at-least': 'When the result goes up',
      between: 'When it stays between two values',
    },
  },
} as const;

/** The questions of the short test of a workshop, in words. */
export function askWorkshop(language: Language): (typeof WORDS)[Language] {
  return WORDS[language];
}
