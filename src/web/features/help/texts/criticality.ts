import type { Topic } from '../topic.ts';

/** Help on the choice of critical processes. */
export const criticalityTopics: readonly Topic[] = [
  {
    path: '/procesos/criticidad',
    title: { es: 'Procesos críticos', en: 'Critical processes' },
    body: {
      es: `
Cuáles procesos medir primero, elegidos siempre por la misma regla y a la vista.

1. **La familia**: la que reúne más reclamos, en promedio de los meses. Puede elegirse otra arriba.
2. **Sus servicios**, por cuántas veces se piden, de entre aquellos por los que alguien reclamó. Un **grupo mixto** junta servicios pequeños: se cuenta y no se elige.
3. **La firmeza**: si otro mes, o un sorteo de los mismos meses, habría elegido otros. Un servicio que entra en la mitad de los sorteos está en el borde.
4. **Reclamos y transacciones**: si los reclamos siguen al volumen del mismo mes o al del anterior. Que vayan juntos no dice que uno cause al otro.

- **Cuántos**: los primeros, o los que hagan falta para cubrir una parte del volumen.
- **Escritas a mano**: para cifras que solo están en papel. Los porcentajes que no suman 100 se usan como están y se avisa.
`,
      en: `
Which processes to measure first, chosen always by the same rule and in sight.

1. **The family**: the one with most complaints, as a mean of the months. Another may be chosen above.
2. **Its services**, by how often they are asked for, among those somebody complained about. A **mixed group** joins small services: it counts and is not chosen.
3. **How firm it is**: whether another month, or a draw of the same months, would have chosen others. A service that is in half of the draws stands on the edge.
4. **Complaints and transactions**: whether complaints follow the volume of the same month or of the month before. That they go together does not say that one causes the other.

- **How many**: the first ones, or as many as it takes to cover a share of the volume.
- **Typed by hand**: for figures that are on paper alone. Percentages that do not add up to 100 are used as they are, and it is told.
`,
    },
  },
];
