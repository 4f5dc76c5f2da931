import type { Topic } from '../topic.ts';

/** Help on who is told what, and by which mail. */
export const alertTopics: readonly Topic[] = [
  {
    path: '/mejoras/avisos',
    title: { es: 'Avisos', en: 'Alerts' },
    body: {
      es: `
Cada día, a la hora elegida, se prepara un **resumen** para quien tiene algo nuevo. Llega a esta pantalla, a *Inicio* y, si la institución tiene correo, a su dirección. Quien no tiene nada nuevo no recibe nada.

Lo mismo no se dice dos veces hasta que cambie: otro mes, otra fecha, otro veredicto. Cada quien recibe solo lo que puede ver.

# Qué se avisa sin configurar nada

- Un indicador que no cumple, o con una señal que no es una mejoría: al dueño del proceso por el total, y a la supervisión por su agencia. Se mira el último mes completo.
- Una acción que pasó de su fecha: a su responsable.
- Una mejora detenida: a quien tiene parte en ella.
- Casos vencidos o que vencen hoy: a quien los atiende y a su supervisión.

# Otras reglas

En *A quién se avisa* se agregan: que un indicador empeore más de un porcentaje frente al mes anterior o al mismo mes del año anterior, o que pase de varias veces su promedio de los 12 meses anteriores; y a qué papeles o personas se les dice.
`,
      en: `
Each day, at the hour chosen, a **digest** is prepared for whoever has something new. It comes to this screen, to *Home* and, where the institution has mail, to their address. Whoever has nothing new gets nothing.

The same thing is not told twice until it changes: another month, another date, another verdict. Everybody is told only what they may see.

# What is told without setting anything

- An indicator that is not met, or with a signal that is no betterment: to the owner of the process for the whole, and to the supervisor for their branch. The latest complete month is looked at.
- An action past its date: to its responsible.
- An improvement that stands still: to whoever has a part in it.
- Cases overdue or due today: to who works them and to their supervisor.

# Other rules

In *Who is told* others are added: that an indicator worsens by more than a percentage against the month before or the same month of the year before, or goes over several times its mean of the 12 months before; and which roles or people are told.
`,
    },
  },
  {
    path: '/administracion/correo',
    title: { es: 'Correo', en: 'Mail' },
    body: {
      es: `
El servidor, el puerto, el cifrado y el usuario los da quien administra el correo de la institución. Fuera de este equipo solo se envía con cifrado.

**Probar** envía un correo con lo que está escrito, antes de proponerlo, y muestra qué respondió el servidor. El cambio rige cuando otra persona lo aprueba en *Por decidir*.

La contraseña se guarda en un archivo de la carpeta \`keys\` y no se muestra nunca más; vale solo para ese servidor y ese usuario.

Si un resumen no puede salir, se intenta otra vez, cada vez más tarde, durante el día y el siguiente. Lo que no salió sigue en la pantalla *Avisos* de cada quien.
`,
      en: `
Whoever runs the mail of the institution gives server, port, encryption and user. Away from this machine mail is sent with encryption only.

**Try** sends a mail with what is typed, before it is proposed, and shows what the server answered. The change holds once another person approves it in *To decide*.

The password is kept in a file of the folder \`keys\` and never shown again; it serves for that server and user alone.

If a digest cannot go out it is tried again, later each time, during that day and the next. What did not go out stays on the *Alerts* screen of each person.
`,
    },
  },
];
