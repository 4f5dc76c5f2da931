import type { Topic } from '../topic.ts';

/** Help on audit, administration and the person's own account. */
export const upkeepTopics: readonly Topic[] = [
  {
    path: '/auditoria',
    title: { es: 'Verificar', en: 'Verify' },
    body: {
      es: `
**Verificar ahora** hace tres comprobaciones y dice el resultado en una frase:

- cada archivo original es, byte por byte, el que se importó;
- el registro de lo que hizo cada quien está completo: cada eslabón lleva la huella del anterior, de modo que quitar o cambiar uno se nota;
- los hechos con que se calculan los indicadores son iguales a los que salen de leer todo otra vez.

# El final de la cadena

Es una huella corta de todo el registro. Guárdela fuera de este equipo al cerrar cada mes. Si alguien repone una copia anterior de los datos, la comparación con esa huella lo muestra.
`,
      en: `
**Verify now** makes three checks and says the result in one sentence:

- each original file is, byte by byte, the one that was imported;
- the record of what each person did is complete: each link bears the digest of the one before, so that removing or changing one shows;
- the facts from which indicators are computed equal those that come out of reading everything again.

# The end of the chain

It is a short digest of the whole record. Keep it away from this machine when closing each month. If somebody puts back an older copy of the data, comparing with that digest shows it.
`,
    },
  },
  {
    path: '/auditoria/totales',
    title: { es: 'Totales de control', en: 'Control totals' },
    body: {
      es: `
Cuántas filas hay del período y cuánto suma cada columna de números, en total y por archivo. Las sumas son exactas. Pida los mismos totales al sistema de origen y compare: si no coinciden, falta un archivo, hay filas por corregir o alguien filtró la exportación.
`,
      en: `
How many rows the period has and what each column of numbers adds up to, in all and by file. Sums are exact. Ask the source system for the same totals and compare: if they differ, a file is missing, rows wait to be corrected, or somebody filtered the export.
`,
    },
  },
  {
    path: '/auditoria/muestras',
    title: { es: 'Muestras al azar', en: 'Random samples' },
    body: {
      es: `
La semilla decide qué filas salen: la misma semilla da las mismas filas, hoy y dentro de un año. Anótela en sus papeles de trabajo y otra persona podrá repetir la muestra. La muestra se abre en la ficha del indicador y se baja a Excel.
`,
      en: `
The seed decides which rows come out: the same seed gives the same rows, today and in a year. Note it in your working papers and somebody else can repeat the sample. The sample opens in the sheet of the indicator and goes to Excel.
`,
    },
  },
  {
    path: '/auditoria/hallazgos',
    title: { es: 'Hallazgos', en: 'Findings' },
    body: {
      es: `
Un hallazgo tiene cuatro elementos: **condición** (qué se encontró), **criterio** (qué debería ser y según qué norma), **causa** (por qué ocurrió) y **efecto** (qué consecuencia tiene).

Lo abre quien audita, lo responde quien analiza o es dueño del proceso, y no puede cerrarlo quien lo respondió. Nada de esto cambia los datos ni los indicadores.
`,
      en: `
A finding has four elements: **condition** (what was found), **criterion** (what it should be and by which rule), **cause** (why it happened) and **effect** (what follows from it).

Whoever audits opens it, whoever analyses or owns the process answers it, and whoever answered may not close it. None of this changes data or indicators.
`,
    },
  },
  {
    path: '/auditoria/registro',
    title: { es: 'Registro de auditoría', en: 'Audit trail' },
    body: {
      es: `
Qué hizo cada quien, en palabras y con su número de eslabón. Filtre por persona, por lo que hizo, por fechas o por un texto (un archivo, una importación, un indicador). No se puede cambiar ni borrar, tampoco por quien administra.
`,
      en: `
What each person did, in words and with the number of its link. Filter by person, by what was done, by dates or by a text (a file, an import, an indicator). It can be neither changed nor deleted, not even by whoever administers.
`,
    },
  },
  {
    path: '/administracion',
    title: { es: 'Personas', en: 'People' },
    body: {
      es: `
Quién puede entrar y con qué roles. Los accesos se **proponen** aquí y los **aprueba** otra persona: así nadie se da permisos a sí mismo.

- Un rol puede alcanzar todo o solo algunas {agencies} o procesos, y tener fecha de fin.
- Quien administra no ve datos de negocio; quien audita ve todo y no cambia nada.
- Al aprobar a alguien nuevo se muestra **una sola vez** un código con el que esa persona pone su contraseña. Lo mismo si la olvida.
- Deshabilitar a alguien cierra sus sesiones en el acto. Lo que hizo queda en el registro.

En una institución de una o dos personas, la misma administra y analiza bajo una **excepción con fecha**, que cada informe dice.
`,
      en: `
Who can come in and with which roles. Access is **proposed** here and **approved** by somebody else: so nobody gives themselves permissions.

- A role can reach everything or only some {agencies} or processes, and have an end date.
- Whoever administers sees no business data; whoever audits sees everything and changes nothing.
- When somebody new is approved a code is shown **once**, with which that person sets a password. The same if they forget it.
- Disabling somebody closes their sessions at once. What they did stays in the record.

In an institution of one or two people, the same person administers and analyses under a **dated exception**, which every report says.
`,
    },
  },
  {
    path: '/administracion/propuestas',
    title: { es: 'Por decidir', en: 'To decide' },
    body: {
      es: `
Lo que alguien propuso y espera a otra persona: un acceso, una excepción, una llave, deshacer una importación. Quien propone no aprueba. Si usted no puede decidir algo, se dice por qué. Cada decisión pide un motivo y queda en el registro.
`,
      en: `
What somebody proposed and waits for somebody else: an access, an exception, a token, undoing an import. Whoever proposes does not approve. If you may not decide something, it says why. Each decision asks for a reason and stays in the record.
`,
    },
  },
  {
    path: '/administracion/accesos',
    title: { es: 'Accesos', en: 'Access' },
    body: {
      es: `
- **Roles**: qué puede cada uno. «Lo suyo» es su {agency}, su proceso o sus propias cifras.
- **Excepciones**: permisos con fecha para que una persona haga lo que deberían hacer dos.
- **Llaves de importación**: dejan que un programa envíe archivos por una persona, hasta 90 días.
- **Cuenta de la institución**: entrar con Microsoft, Google u otro proveedor de identidad.
`,
      en: `
- **Roles**: what each may do. “Their own” is their {agency}, their process or their own figures.
- **Exceptions**: dated permissions for one person to do what two should.
- **Import tokens**: they let a program send files for a person, up to 90 days.
- **Institution's account**: signing in with Microsoft, Google or another identity provider.
`,
    },
  },
  {
    path: '/administracion/agencias',
    title: { es: '{Agencies}', en: '{Agencies}' },
    body: {
      es: 'Cada {agency} con su zona horaria y su calendario: de ahí salen las horas que cuentan en los plazos. Lo que se cambia aquí queda como una importación más, y se puede deshacer.',
      en: 'Each {agency} with its time zone and calendar: the hours that count in deadlines come from there. What is changed here is kept as one more import, and can be undone.',
    },
  },
  {
    path: '/administracion/personal',
    title: { es: 'Personal', en: 'Staff' },
    body: {
      es: 'Quién atiende, en qué {agency} y con qué horario, desde qué fecha y hasta cuál. Un préstamo a otra {agency} son dos líneas con sus fechas: la capacidad se cuenta donde la persona estuvo.',
      en: 'Who serves, in which {agency} and with which schedule, from which date to which. A loan to another {agency} is two lines with their dates: capacity counts where the person was.',
    },
  },
  {
    path: '/administracion/horarios',
    title: { es: 'Horarios', en: 'Schedules' },
    body: {
      es: 'Las horas en el escritorio, el almuerzo y los minutos improductivos de cada horario, y los minutos productivos que resultan: la **capacidad instalada**.',
      en: 'Hours at the desk, lunch and unproductive minutes of each schedule, and the productive minutes that result: the **installed capacity**.',
    },
  },
  {
    path: '/administracion/ausencias',
    title: { es: 'Ausencias', en: 'Absences' },
    body: {
      es: 'Vacaciones, permisos y enfermedad, con sus fechas. Esos días no cuentan como capacidad, para que nadie aparezca como improductivo por no haber estado.',
      en: 'Holidays, leave and illness, with their dates. Those days do not count as capacity, so that nobody appears unproductive for not having been there.',
    },
  },
  {
    path: '/administracion/calendarios',
    title: { es: 'Calendarios', en: 'Calendars' },
    body: {
      es: 'Cuándo se atiende: días, horas, feriados y excepciones. Con «Cambiar las horas» se escribe un horario nuevo desde una fecha; lo anterior no se toca. Estas horas cuentan en los plazos en horas laborables; los que van por el reloj corren también de noche y en feriado, y su ficha lo dice.',
      en: 'When service is given: days, hours, holidays and exceptions. With “Change the hours” new ones are written from a date on; what was before is not touched. These hours count in terms in working hours; those by the clock run at night and on holidays too, and their sheet says so.',
    },
  },
  {
    path: '/administracion/plazos',
    title: { es: 'Plazos de respuesta', en: 'Answer deadlines' },
    body: {
      es: `
Cuánto tiene la institución para responder cada clase de caso, de dónde sale y quién lo confirmó. Los plazos del país vienen con la aplicación sin confirmar: léalos con quien lleva lo legal.

# Cuando no se conoce

La aplicación no inventa un plazo. Lo dice arriba, con los casos abiertos que lo esperan, y al cliente le dice que la institución le dirá la fecha. Al escribirlo, los casos recibidos desde el día en que rige lo toman enseguida.

# Escribir uno

- **Desde cuándo rige** decide para qué casos vale: los recibidos antes conservan lo que tenían. Si ya regía cuando llegaron, escriba esa fecha anterior.
- **Qué casos** permite un plazo distinto para algunos, como las operaciones en el exterior. Ese va antes que el de todos.
- Un plazo en días termina con el último día, y el de recepción no cuenta.
- Hace falta la fuente, quién lo confirmó y cuándo.

# Cuando cambia

Escriba otro con la fecha nueva; el anterior queda para los casos de su tiempo. Para corregir un error, escríbalo otra vez con la misma fecha. Los casos ya respondidos no se tocan. Todo queda en el registro de auditoría y en el archivo packs/propio/deadlines/propios.yaml.
`,
      en: `
How long the institution has to answer each kind of case, where that comes from and who confirmed it. The deadlines of the country come with the application, not confirmed: read them with whoever is in charge of legal matters.

# When it is not known

The application invents no deadline. It says so at the top, with the open cases that wait for it, and tells the client that the institution will tell the date. Once it is written, cases received since the day it holds take it at once.

# Writing one

- **Holds from** decides which cases it is for: those received before keep what they had. If it held already when they came, write that earlier date.
- **Which cases** allows another deadline for some, such as operations abroad. It goes before the one for all.
- A deadline in days ends with its last day, and the day of reception does not count.
- The source, who confirmed it and when are needed.

# When it changes

Write another with the new date; the one before stays for the cases of its time. To mend a mistake, write it again with the same date. Cases already answered are not touched. All of it stays in the audit trail and in the file packs/propio/deadlines/propios.yaml.
`,
    },
  },
  {
    path: '/administracion/copias',
    title: { es: 'Copias de respaldo', en: 'Backups' },
    body: {
      es: `
Una copia tiene todo lo que no se puede rehacer: archivos originales, registro, contenido propio y claves. Los hechos no se copian, porque salen de lo demás.

- Haga una **antes de cada cierre de mes** y llévela a otro disco o equipo: la que está junto a los datos no sirve si falla el disco.
- De vez en cuando pulse **Comprobar**: lee la copia entera y dice si cada archivo está como se hizo.
- Restaurar se hace en el equipo, sobre una carpeta nueva. La pantalla da la orden lista para copiar.
`,
      en: `
A backup has all that cannot be made again: original files, ledger, own content and keys. Facts are not copied, since they come from the rest.

- Make one **before closing each month** and take it to another disk or machine: the one beside the data is no use if the disk fails.
- Press **Check** now and then: it reads the backup whole and says whether each file is as it was made.
- Restoring is done on the machine, into a new folder. The screen gives the command ready to copy.
`,
    },
  },
  {
    path: '/cuenta',
    title: { es: 'Mi cuenta', en: 'My account' },
    body: {
      es: `
Su contraseña, su segundo paso, sus sesiones abiertas y el idioma.

- Ponga el **segundo paso** aunque su rol no lo exija: quien conozca su contraseña no podrá entrar sin su teléfono.
- Si ve una sesión que no reconoce, ciérrela y cambie la contraseña.
- Al ponerlo recibe ocho **códigos de respaldo**: guárdelos en papel. Cada uno vale una vez, el día en que no tenga el teléfono. Aquí mismo se hacen otros.
- Si pierde la contraseña o el teléfono, quien administra le da un código en persona. No se envía por correo. Si quien lo perdió es la única persona que administra, en el equipo donde están los datos sirve la orden **reset-access**.
`,
      en: `
Your password, your second step, your open sessions and the language.

- Set the **second step** even if your role does not demand it: whoever knows your password cannot come in without your phone.
- If you see a session that you do not recognise, close it and change the password.
- On setting it you get eight **backup codes**: keep them on paper. Each works once, the day you do not have the phone. New ones are made right here.
- If you lose password or phone, whoever administers gives you a code in person. It is not sent by mail. If the one who lost it is the only person who administers, the command **reset-access**, on the machine where the data are, lets them back in.
`,
    },
  },
];
