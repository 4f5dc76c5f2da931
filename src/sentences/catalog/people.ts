import type { Params } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

const minutes = (p: Params): number => Math.max(1, Math.ceil(Number(p.retry_after_s) / 60));
const waitEs = (p: Params) => (minutes(p) === 1 ? 'un minuto' : `${minutes(p)} minutos`);
const waitEn = (p: Params) => (minutes(p) === 1 ? 'a minute' : `${minutes(p)} minutes`);

/** What is refused to those who sign in, administer people, decide or audit. */
export const peopleSentences: Sentences = {
  'out-of-scope': {
    es: () =>
      'Eso queda fuera de las agencias o procesos de su rol. Elija uno de los suyos, o pida que amplíen su rol.',
    en: () =>
      'That is outside the branches or processes of your role. Choose one of yours, or ask for a wider role.',
  },
  'sign-in-failed': {
    es: () =>
      'El usuario o la contraseña no son correctos. Revise las mayúsculas y vuelva a intentar; si olvidó la contraseña, abra «Perdí mi contraseña».',
    en: () =>
      'The login or the password is not right. Check the capital letters and try again; if you forgot the password, open “I lost my password”.',
  },
  'too-many-attempts': {
    es: (p) => `Hubo demasiados intentos seguidos. Espere ${waitEs(p)} y vuelva a intentar.`,
    en: (p) => `There were too many attempts in a row. Wait ${waitEn(p)} and try again.`,
  },
  'sign-in-over': {
    es: () => 'Pasó mucho tiempo desde la contraseña. Vuelva a entrar desde el principio.',
    en: () => 'Too long has passed since the password. Sign in again from the beginning.',
  },
  'code-wrong': {
    es: () =>
      'El código no es correcto o ya se usó. Espere el siguiente en su aplicación y revise que el teléfono tenga la hora bien puesta.',
    en: () =>
      'The code is not right or was used already. Wait for the next one in your application and check that the phone’s clock is right.',
  },
  'enrolment-over': {
    es: () => 'Pasó mucho tiempo desde que se mostró el código para su aplicación. Empiece otra vez.',
    en: () => 'Too long has passed since the code for your application was shown. Begin again.',
  },
  'second-factor-required': {
    es: () => 'Su rol exige un segundo paso, así que no se puede quitar.',
    en: () => 'Your role requires a second factor, so it cannot be removed.',
  },
  'password-wrong': {
    es: () => 'La contraseña actual no es correcta. Escríbala otra vez.',
    en: () => 'The current password is not right. Type it again.',
  },
  'password-too-short': {
    es: (p) =>
      `La contraseña es corta: use al menos ${p.fewest} caracteres. Varias palabras seguidas son fáciles de recordar.`,
    en: (p) =>
      `The password is short: use at least ${p.fewest} characters. Several words in a row are easy to remember.`,
  },
  'password-too-long': {
    es: (p) => `La contraseña es demasiado larga: use ${p.most} caracteres como mucho.`,
    en: (p) => `The password is too long: use at most ${p.most} characters.`,
  },
  'password-common': {
    es: () =>
      'La contraseña es fácil de adivinar: está hecha de palabras comunes, nombres, años o series del teclado. Sirve una frase de cuatro palabras distintas o más, con espacios.',
    en: () =>
      'The password is easy to guess: it is made of common words, names, years or runs of the keyboard. A phrase of four different words or more, with spaces, will do.',
  },
  'recovery-failed': {
    es: () =>
      'El usuario o el código no son correctos, o el código ya se usó o venció. Pida otro a quien administra.',
    en: () =>
      'The login or the code is not right, or the code was used or is over. Ask an administrator for another.',
  },
  'own-recovery': {
    es: () =>
      'Nadie se da un código a sí mismo. Cambie su contraseña en «Mi cuenta», o pida el código a otra persona.',
    en: () =>
      'Nobody gives a code to themselves. Change your password in “My account”, or ask somebody else for the code.',
  },
  'session-not-found': {
    es: () => 'Esa sesión ya terminó o no es suya. Actualice la lista.',
    en: () => 'That session has ended or is not yours. Refresh the list.',
  },
  'key-file-lost': {
    es: (p) =>
      `Falta el archivo ${p.file}, que abre los segundos pasos, o no es el de estos datos. Restáurelo del respaldo; si se perdió, quien administra puede pedir que se quite el segundo paso de cada persona.`,
    en: (p) =>
      `The file ${p.file}, which opens the second factors, is missing or belongs to other data. Restore it from the backup; if it is lost, an administrator may ask that each person’s second factor be cleared.`,
  },
  'provider-absent': {
    es: () => 'No hay un proveedor de identidad configurado. Entre con usuario y contraseña.',
    en: () => 'No identity provider is set. Sign in with login and password.',
  },
  'provider-unreachable': {
    es: (p) =>
      `No se pudo hablar con el proveedor de identidad (${p.detail}). Intente en un momento, o entre con su contraseña.`,
    en: (p) =>
      `The identity provider could not be reached (${p.detail}). Try in a moment, or sign in with your password.`,
  },
  'provider-refused': {
    es: (p) => `El proveedor de identidad no dejó entrar (${p.detail}). Vuelva a empezar.`,
    en: (p) => `The identity provider did not let you in (${p.detail}). Begin again.`,
  },
  'provider-person-unknown': {
    es: () =>
      'El proveedor de identidad le reconoce, pero aquí no hay una persona con ese correo. Pida a quien administra que la cree.',
    en: () =>
      'The identity provider knows you, but nobody here has that address. Ask an administrator to make the person.',
  },

  'already-started': {
    es: () => 'Esta institución ya tiene personas. Entre con su usuario.',
    en: () => 'This institution already has people. Sign in with your login.',
  },
  'start-here-only': {
    es: () =>
      'La primera vez se hace en la misma máquina donde corre Circuito. Abra allí la dirección que se mostró al arrancar.',
    en: () =>
      'The first run is done on the very machine where Circuito runs. Open there the address that was shown at start.',
  },
  'start-needs-administrator': {
    es: () => 'La primera persona tiene que ser quien administra. Déle ese rol.',
    en: () => 'The first person has to be the administrator. Give them that role.',
  },
  'start-needs-second': {
    es: () =>
      'Con tres personas o más hace falta alguien que apruebe: añada desde ahora a la gerencia o a otra persona que administre.',
    en: () =>
      'With three people or more somebody has to approve: add management or another administrator now.',
  },
  'country-unknown': {
    es: (p) => `«${p.country}» no está en la lista de países. Elija uno de la lista.`,
    en: (p) => `“${p.country}” is not in the list of countries. Choose one from the list.`,
  },
  'calendar-unknown': {
    es: (p) => `No hay un calendario «${p.calendar}». Elija uno de la lista o escriba su horario.`,
    en: (p) => `There is no calendar “${p.calendar}”. Choose one from the list or write your hours.`,
  },
  'hours-unreadable': {
    es: () =>
      'El horario no se entiende. Escriba la hora de apertura y después la de cierre, como 09:00 y 17:00.',
    en: () =>
      'The hours cannot be read. Write the opening and then the closing time, such as 09:00 and 17:00.',
  },
  'not-a-demo': {
    es: () => 'Tomar un rol con un clic solo existe en la demostración. Entre con su usuario.',
    en: () => 'Taking a role by one click exists in the demo only. Sign in with your login.',
  },
  'demo-not-empty': {
    es: () => 'La demostración se hace en una carpeta vacía, y esta ya tiene datos. Use otra con --data.',
    en: () => 'The demo is made in an empty folder, and this one has data already. Use another with --data.',
  },

  'person-not-found': {
    es: () => 'Esa persona no existe o está deshabilitada. Actualice la lista.',
    en: () => 'That person does not exist or is disabled. Refresh the list.',
  },
  'person-already-so': {
    es: () => 'Esa persona ya está así. Actualice la lista.',
    en: () => 'That person is so already. Refresh the list.',
  },
  'login-taken': {
    es: (p) => `Ya hay una persona con el usuario «${p.login}». Elija otro.`,
    en: (p) => `Somebody already has the login “${p.login}”. Choose another.`,
  },
  'email-taken': {
    es: (p) => `Ya hay una persona con el correo «${p.email}». Revise si es la misma.`,
    en: (p) => `Somebody already has the address “${p.email}”. Check whether it is the same person.`,
  },
  'roles-empty': {
    es: () => 'Falta el rol. Déle al menos uno; para que deje de entrar, deshabilite a la persona.',
    en: () => 'The role is missing. Give at least one; to keep the person out, disable them.',
  },
  'roles-administrator-alone': {
    es: () =>
      'Quien administra no puede tener además un rol en el negocio. Use dos personas, o pida una excepción con fecha si la institución es pequeña.',
    en: () =>
      'An administrator may not have a business role besides. Use two people, or ask for a dated exception if the institution is small.',
  },
  'roles-auditor-alone': {
    es: () => 'Quien audita no puede tener ningún otro rol. Quite los demás o elija a otra persona.',
    en: () => 'An auditor may have no other role. Take the others away or choose somebody else.',
  },
  'roles-same-process': {
    es: () =>
      'Una persona no puede ser analista y dueña del mismo proceso. Déle procesos distintos o elija a otra persona.',
    en: () =>
      'One person may not be analyst and owner of the same process. Give different processes or choose somebody else.',
  },
  'roles-reach-differ': {
    es: () =>
      'Esos roles alcanzan cosas distintas (uno por agencia y otro por proceso) y juntos no se pueden acotar. Use dos usuarios, o un solo rol.',
    en: () =>
      'Those roles reach different things (one by branch and one by process) and cannot be bounded together. Use two logins, or one role.',
  },
  'role-needs-units': {
    es: () => 'Ese rol necesita al menos una agencia. Elija cuáles.',
    en: () => 'That role needs at least one branch. Choose which.',
  },
  'role-needs-processes': {
    es: () => 'Ese rol necesita al menos un proceso. Elija cuáles.',
    en: () => 'That role needs at least one process. Choose which.',
  },
  'role-needs-end': {
    es: () => 'La revisión externa necesita una fecha de fin. Escríbala.',
    en: () => 'The external reviewer needs an end date. Write it.',
  },
  'own-roles': {
    es: () => 'Nadie decide sobre sus propios roles. Pídalo a otra persona.',
    en: () => 'Nobody decides about their own roles. Ask somebody else.',
  },
  'own-proposal': {
    es: () => 'Quien propone no aprueba. Lo decide otra persona; usted puede retirar su propuesta.',
    en: () => 'Whoever proposes does not approve. Somebody else decides; you may withdraw your proposal.',
  },
  'barred-by-history': {
    es: ({ rule }) =>
      rule === 'S-2'
        ? 'Quien responde por una acción no decide sobre su fecha. Lo decide otra persona.'
        : 'Quien importó esas filas no decide si se dejan fuera. Lo decide otra persona.',
    en: ({ rule }) =>
      rule === 'S-2'
        ? 'Whoever is responsible for an action does not decide about its date. Somebody else does.'
        : 'Whoever imported those rows does not decide whether they are left out. Somebody else does.',
  },
  'not-own-proposal': {
    es: () => 'Solo quien propuso puede retirar la propuesta. Usted puede rechazarla, si le toca decidir.',
    en: () => 'Only whoever proposed may withdraw. You may reject it, if it is yours to decide.',
  },
  'needs-management': {
    es: () =>
      'Esto lo decide la gerencia: toca un rol con poder, o a quien hace falta para que el sistema siga teniendo dueño.',
    en: () =>
      'Management decides this: it touches a role with power, or somebody without whom the system would have no keeper.',
  },
  'proposal-open': {
    es: () => 'Ya hay una propuesta igual esperando decisión. Decídala o retírela antes de hacer otra.',
    en: () => 'There is already such a proposal waiting. Decide it or withdraw it before making another.',
  },
  'proposal-not-found': {
    es: () => 'Esa propuesta no existe. Actualice la lista.',
    en: () => 'That proposal does not exist. Refresh the list.',
  },
  'proposal-decided': {
    es: () => 'Esa propuesta ya se decidió. Actualice la lista.',
    en: () => 'That proposal was decided already. Refresh the list.',
  },
  'token-not-found': {
    es: () => 'Esa llave no existe, ya se recogió o terminó. Actualice la lista.',
    en: () => 'That token does not exist, was taken already or has ended. Refresh the list.',
  },
  'token-owner-loads-nothing': {
    es: () => 'Esa persona no puede importar datos, así que su llave tampoco podría. Elija a quien importa.',
    en: () =>
      'That person may not import data, so their token could not either. Choose somebody who imports.',
  },
  'token-too-long': {
    es: (p) => `Una llave dura ${p.most} días como mucho. Elija menos.`,
    en: (p) => `A token lasts ${p.most} days at most. Choose fewer.`,
  },
  'exception-not-found': {
    es: () => 'Esa excepción no existe o ya terminó. Actualice la lista.',
    en: () => 'That exception does not exist or has ended. Refresh the list.',
  },
  'exception-rule-fixed': {
    es: () => 'Solo se pueden relajar las reglas S-1 a S-6. Las demás valen siempre.',
    en: () => 'Only rules S-1 to S-6 may be relaxed. The others always hold.',
  },
  'exception-without-end': {
    es: (p) =>
      `La excepción tiene que terminar después de hoy y no más tarde del ${p.latest}. Cambie la fecha.`,
    en: (p) => `The exception must end after today and no later than ${p.latest}. Change the date.`,
  },

  'finding-not-found': {
    es: () => 'Ese hallazgo no existe. Actualice la lista.',
    en: () => 'That finding does not exist. Refresh the list.',
  },
  'finding-closed': {
    es: () => 'Ese hallazgo ya se cerró. Abra otro si el problema sigue.',
    en: () => 'That finding was closed. Open another if the problem goes on.',
  },
  'finding-answered-by-you': {
    es: () => 'Quien respondió a un hallazgo no lo cierra. Lo cierra otra persona.',
    en: () => 'Whoever answered a finding does not close it. Somebody else does.',
  },
  'finding-not-yours': {
    es: () =>
      'Un hallazgo de auditoría lo cierra la auditoría; uno de calidad, quien lo abrió o la gerencia.',
    en: () => 'An audit finding is closed by audit; one of quality, by whoever opened it or by management.',
  },
};
