import type { Topic } from '../topic.ts';

/** Help on the log held against the procedure. */
export const logTopics: readonly Topic[] = [
  {
    path: '/procesos/registro',
    title: { es: 'Registro y procedimiento', en: 'Log and procedure' },
    body: {
      es: `
Un registro de eventos tiene una fila por cada cosa que pasó: en qué caso, qué se hizo, cuándo y, si se sabe, quién. Aquí se compara con el procedimiento documentado.

# De dónde sale

- **De los casos atendidos en Circuito**: está siempre, sin traer nada.
- **De su sistema central**: expórtelo como CSV o XES (también comprimido con .gz) y suéltelo. Hace falta una columna del caso, una de la actividad y una de la fecha y hora.

Primero se muestra cómo se entendió. Corrija las columnas si hace falta, elija el procedimiento y diga qué actividad es cada paso. Nada se guarda hasta **Guardar el registro**.

# Qué se ve

- **Cumplimiento**: el diagrama del procedimiento con cuántos casos pasan por cada paso, y en qué se apartan: pasos que se omiten, se repiten o se hacen fuera de orden, en cuántos casos y cuánto tardan esos casos al lado de los demás. Es una comparación: señala dónde mirar.
- **Qué sigue a qué**: cada pareja de actividades seguidas, cuántas veces y cuánto pasa entre ellas.
- **Caminos**: las maneras distintas en que se recorrió.
- **Esperas**: cuánto pasa antes de cada actividad. Si el registro anota inicio y fin, la espera y la atención van aparte.
- **De mano en mano**: cuando el trabajo pasa de una persona a otra.

# Lo que no dice

Un caso que se corta antes del final no se cuenta como desvío: puede que no haya terminado. Un paso que el registro nunca anota se dice aparte: no se sabe si se hace.
`,
      en: `
An event log has a row for each thing that happened: in which case, what was done, when and, if known, by whom. Here it is held against the documented procedure.

# Where it comes from

- **From the cases worked in Circuito**: it is always there, nothing has to be brought.
- **From your core system**: export it as CSV or XES (packed with .gz too) and drop it. It needs a column for the case, one for the activity and one for the date and time.

First it shows how it was understood. Correct the columns if need be, choose the procedure and say which activity is which step. Nothing is kept until **Keep the log**.

# What is seen

- **Conformance**: the diagram of the procedure with how many cases pass each step, and where they depart: steps skipped, repeated or done out of order, in how many cases and how long those take beside the others. It is a comparison: it shows where to look.
- **What follows what**: each pair of activities in a row, how many times and how long between them.
- **Ways**: the different ways in which it went.
- **Waits**: how long before each activity. Where the log registers start and end, waiting and handling stand apart.
- **From hand to hand**: when work goes from one person to another.

# What it does not say

A case that stops before the end is no deviation: it may not be over. A step that the log never registers is told apart: nobody knows whether it is done.
`,
    },
  },
];
