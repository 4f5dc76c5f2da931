import type { Topic } from '../topic.ts';

/** Help on signals. */
export const signalTopics: readonly Topic[] = [
  {
    path: '/mejoras/senales',
    title: { es: 'Señales', en: 'Signals' },
    body: {
      es: `
Toda cifra sube y baja sola. Una **señal** es un mes que se salió de lo que ese proceso hace siempre: ahí sí hay algo que averiguar.

- **Límites habituales**: entre dónde se mueve la serie cuando no pasa nada especial. Salen de sus propios meses (hasta 24) y no son el estándar. Con menos de seis meses cerrados no hay; de seis a once son provisionales. Un mes con casos abiertos se ve y no cuenta.
- **Cómo se calculan**: las partes de un total (casos que cumplen entre casos) según cuántos casos hubo ese mes (p); los conteos y las tasas según su base (u); tiempos, cargas y todo lo demás según cuánto cambia de un mes al otro (XmR).
- **Tres reglas**: un mes **fuera de lo habitual**; **ocho seguidos** al mismo lado de la media; **tres de cuatro** más cerca de un límite que de la media.
- **Cuatro lecturas**: cumple y es estable (nada que buscar); no cumple y es estable (hay que cambiar la forma de trabajar, no buscar un culpable); cumple y algo cambió; no cumple y algo cambió (averiguar primero).
- **Orden**: primero lo que no cumple; dentro de cada grupo, la distancia a la media (en desviaciones) por la raíz de los casos. Lo que pasó en todas las agencias se cuenta una vez.

**Anotar causa** escribe en el gráfico qué pasó, y si ese mes deja de fijar límites. **Reiniciar límites** es para cuando el proceso cambió y se queda así. Ambas las aprueba el dueño del proceso. **Ya lo vi** la quita de su lista hasta que cambie o se aleje más.
`,
      en: `
Every figure goes up and down by itself. A **signal** is a month that left what that process always does: there is something to find out.

- **Usual limits**: between which the series moves when nothing special happens. They come from its own months (up to 24) and are no standard. With fewer than six settled months there are none; from six to eleven they are provisional. A month with open cases is shown and does not count.
- **How they are worked out**: shares of a total (cases that meet, of cases) by how many cases there were that month (p); counts and rates by their base (u); times, loads and everything else by how much they change from one month to the next (XmR).
- **Three rules**: a month **outside the usual**; **eight in a row** on one side of the mean; **three of four** nearer a limit than the mean.
- **Four readings**: meets and stable (nothing to look for); fails and stable (the way of working must change, nobody is to blame); meets and something changed; fails and something changed (find out first).
- **Order**: first what fails; within each group, the distance to the mean (in deviations) times the root of the cases. What happened in all units is told once.

**Note the cause** writes on the chart what happened, and whether that month sets limits any more. **Reset limits** is for when the process changed for good. The owner of the process approves both. **Seen** takes it off your list until it changes or goes farther.
`,
    },
  },
];
