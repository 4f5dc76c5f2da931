import type { Topic } from '../topic.ts';

/** Help on the day board. */
export const todayTopics: readonly Topic[] = [
  {
    path: '/casos/hoy',
    title: { es: 'Hoy', en: 'Today' },
    body: {
      es: `
El día de la agencia en una página: qué ya venció, qué vence hoy, qué espera y quién está libre. Se pone al día solo cada medio minuto. **Lo que me toca** deja lo que está a su cargo y lo que no es de nadie y espera a su rol; quien atiende empieza por ahí, y quien reparte el trabajo, por **Todos**.

# De dónde sale

- De los casos que se trabajan en Circuito.
- Del último archivo de requerimientos o reclamos del sistema central: lo que allí sigue abierto. Si el archivo trae la columna **Vencimiento**, manda esa fecha; si no, cuenta el plazo del procedimiento por el calendario de la agencia.
- Un número no sale dos veces: si el requerimiento del archivo es un caso de aquí, se ve el caso.
- De un archivo de hace más de una semana no se muestra nada: lo que decía abierto puede estar cerrado.

# El sistema central los da por cerrados

Casos que aquí siguen abiertos y que el archivo trae cerrados. Ábralos y confirme cómo terminaron.

# Quién está

Las personas que atienden en la agencia. **Libre** es quien no atiende a nadie ahora y no figura ausente hoy en el archivo de ausencias.
`,
      en: `
The day of the branch on one page: what is overdue, what is due today, what waits and who is free. It keeps itself up to date every half minute. **What is mine to do** leaves what is in your hands and what is nobody's and waits for your role; whoever attends begins there, and whoever gives the work, with **All**.

# Where it comes from

- From the cases worked in Circuito.
- From the latest file of requests or complaints of the core system: what is still open there. Where the file brings the column **Due**, that date holds; otherwise the deadline of the procedure counts by the calendar of the branch.
- A number does not appear twice: where the request of the file is a case here, the case is shown.
- Of a file more than a week old nothing is shown: what it said was open may be closed.

# The core system has them closed

Cases that are open here and that the file brings closed. Open them and confirm how they ended.

# Who is here

The people who attend at the branch. **Free** is who attends nobody now and is not away today in the file of absences.
`,
    },
  },
];
