import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useLanguage } from './language.ts';

const SHOW = { es: 'Mostrar u ocultar lo escrito', en: 'Show or hide what is typed' };

/** A password, hidden until one asks to see it; the button that shows it says so in the language on screen. */
export function PasswordField(props: PasswordInputProps) {
  const label = SHOW[useLanguage()];
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': label }} {...props} />;
}
