import type { Topic } from '../topic.ts';

/** Help on the process map, on a process and on its procedure. */
export const processTopics: readonly Topic[] = [
  {
    path: '/procesos',
    title: { es: 'El mapa de procesos', en: 'The process map' },
    body: {
      es: `
Todos los procesos de la institución en tres bandas: los que dan la dirección, los que el cliente recibe y los que sostienen a los demás.

- **El color y la palabra** dicen cómo va su peor indicador del período, contando lo que está dibujado dentro. Debajo se nombra ese indicador, con su resultado y cuántos casos son.
- **Sin indicador**: nada lo mide todavía.
- **Fuera de su alcance**: sus cifras las ve quien responde por él. Lo que el proceso es sí puede leerlo.
- La pestaña **En tabla** tiene lo mismo, para ordenar.
`,
      en: `
Every process of the institution in three bands: those that give direction, those the client receives and those that carry the others.

- **Colour and word** say how its worst indicator of the period is, counting what is drawn inside. That indicator is named below, with its result and how many cases it is of.
- **No indicator**: nothing measures it yet.
- **Out of your reach**: its figures are seen by whoever answers for it. What the process is you may read.
- The tab **As a table** holds the same, to sort.
`,
    },
  },
  {
    path: '/procesos/$',
    title: { es: 'Un proceso', en: 'A process' },
    body: {
      es: `
Arriba, cómo va en el período: sus indicadores y sus reclamos. Después, su **caracterización**: quién responde, para qué sirve, con qué empieza y termina, de quién recibe, qué hace y a quién entrega.

- Donde hay varias versiones, se elige por su fecha.
- **Escribir una versión nueva** la puede quien responde por el proceso, o el analista de calidad. La anterior queda como estuvo y el cambio consta en el registro de auditoría.
- **Ver el procedimiento** abre sus pasos.
`,
      en: `
On top, how it is in the period: its indicators and its complaints. Then its **characterisation**: who answers, what it is for, with what it starts and ends, from whom it receives, what it does and to whom it gives.

- Where there are several versions, one is chosen by its date.
- **Write a new version** is for whoever answers for the process, or the quality analyst. The one before stays as it was and the change is told in the audit trail.
- **See the procedure** opens its steps.
`,
    },
  },
  {
    path: '/procesos/$/procedimiento',
    title: { es: 'Un procedimiento', en: 'A procedure' },
    body: {
      es: `
El mismo procedimiento en dibujo y en palabras, de una sola fuente.

- **Carriles**: cada uno es de quien actúa. Elija un paso, con el ratón o con Tab y Enter, y debajo se lee qué se hace.
- **El tiempo bajo un paso** es el que la mitad de los casos no pasó desde el paso anterior, con cuántos casos son. Sale de los casos atendidos en Circuito que se abrieron en el período; donde no hay, no se muestra nada.
- **BPMN 2.0** es el archivo que abren otros programas de procesos; **SVG** e **imagen PNG** son el dibujo.
`,
      en: `
The same procedure drawn and in words, from one source.

- **Lanes**: each belongs to who acts. Choose a step, with the mouse or with Tab and Enter, and below you read what is done.
- **The time under a step** is what half of the cases did not exceed since the step before, with how many cases they are. It comes from cases worked in Circuito that were opened in the period; where there are none, nothing is shown.
- **BPMN 2.0** is the file that other process programs open; **SVG** and **PNG image** are the drawing.
`,
    },
  },
];
