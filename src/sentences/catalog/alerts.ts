import type { Sentences } from './sentence-entry.ts';

/** What is refused to who plans alerts, sets the mail, or chooses where they are told. */
export const alertSentences: Sentences = {
  'alert-rule-not-found': {
    es: () => 'Esa regla de aviso ya no está: alguien la cambió o la quitó. Vuelva a abrir la lista.',
    en: () => 'That alert rule is no longer there: somebody changed or removed it. Open the list again.',
  },
  'alert-rule-of-others': {
    es: () => 'Esa regla de aviso la escribió otra persona. Pida que la cambie, o escriba una propia.',
    en: () => 'Somebody else wrote that alert rule. Ask them to change it, or write one of your own.',
  },
  'alert-rule-unreached': {
    es: (p) => `El indicador «${p.indicator}» no existe o está fuera de sus procesos. Elija uno de la lista.`,
    en: (p) =>
      `The indicator “${p.indicator}” does not exist or is outside your processes. Choose one of the list.`,
  },
  'alert-threshold': {
    es: (p) => `Escriba desde cuánto se avisa: un número de ${p.least} a ${p.most}.`,
    en: (p) => `Write from how much on it is told: a number from ${p.least} to ${p.most}.`,
  },
  'alert-tells-nobody': {
    es: () => 'La regla no dice a quién se avisa. Marque a quien responde, un papel o una persona.',
    en: () => 'The rule does not say who is told. Mark who answers for it, a role or a person.',
  },
  'digest-setting-wrong': {
    es: (p) => `La hora se escribe como 07:30, y los avisos de un correo son de 1 a ${p.most}.`,
    en: (p) => `The hour is written as 07:30, and the alerts of a mail are 1 to ${p.most}.`,
  },
  'mail-absent': {
    es: () =>
      'El correo de la institución no está configurado. Lo configura quien administra, en Administración, Correo.',
    en: () =>
      'The mail of the institution is not configured. Whoever administers does so in Administration, Mail.',
  },
  'mail-address-outside': {
    es: (p) =>
      `Los avisos llevan resultados de la institución: la dirección tiene que terminar en @${p.domain}.`,
    en: (p) => `Alerts hold results of the institution: the address has to end in @${p.domain}.`,
  },
  'mail-address-wrong': {
    es: (p) =>
      `«${p.address}» no es una dirección de correo. Escríbala como nombre@institucion.ec, sin nada más.`,
    en: (p) => `“${p.address}” is not a mail address. Write it as name@institution.ec, and nothing else.`,
  },
  'mail-host-wrong': {
    es: (p) =>
      `«${p.host}» no es el nombre de un servidor. Escríbalo como correo.institucion.ec, sin puerto ni «smtp://».`,
    en: (p) =>
      `“${p.host}” is not the name of a server. Write it as mail.institution.ec, without port or “smtp://”.`,
  },
  'mail-link-wrong': {
    es: (p) =>
      `«${p.address}» no sirve para abrir las pantallas desde un correo. Escriba la dirección que usan las personas, que empieza con https://, sin usuario ni contraseña.`,
    en: (p) =>
      `“${p.address}” does not open the screens from a mail. Write the address people use, which begins with https://, without user or password.`,
  },
  'mail-needs-tls': {
    es: (p) =>
      `Sin cifrado no se envía a «${p.host}»: cualquiera en la red leería la contraseña y los avisos. Elija TLS o STARTTLS.`,
    en: (p) =>
      `Nothing is sent to “${p.host}” without encryption: anybody on the network would read the password and the alerts. Choose TLS or STARTTLS.`,
  },
  'mail-port-odd': {
    es: (p) => `El puerto ${p.port} no es de correo. Los que sirven son ${p.ports}.`,
    en: (p) => `Port ${p.port} is not one of mail. Those that serve are ${p.ports}.`,
  },
  'mail-text-wrong': {
    es: () => 'El nombre de quien envía no puede estar vacío ni, como el usuario, tener saltos de línea.',
    en: () => 'The name of the sender may not be empty nor, like the user, hold line breaks.',
  },
};
