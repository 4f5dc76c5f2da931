import type { Topic } from '../topic.ts';

/** Help on improvements. */
export const improvementTopics: readonly Topic[] = [
  {
    path: '/mejoras',
    title: { es: 'Mejoras', en: 'Improvements' },
    body: {
      es: `
Una **mejora** va desde lo que se vio (una señal, un grupo de reclamos, un desvío, una idea) hasta el cliente a quien se le cuenta qué cambió.

- **Ocho etapas**: recolección, consolidación, análisis, informe, decisión, delegación, comunicación, implementación. En cada una alguien responde y hay una fecha. Volver atrás o saltarse una pide un motivo.
- **Arriba de cada columna** está lo que lleva más días laborables sin cambios.
- **Causas**: por rama, con los cinco porqués, o contando los motivos que dejaron los clientes. Las que vienen en la ficha son suposiciones: compruébelas.
- **Decidir** (adoptar, adaptar, rechazar, aplazar) le toca al dueño del proceso o a la gerencia, y nunca a quien abrió la mejora.
- **Acciones**: quien responde por una dice que está hecha y con qué se ve; otra persona acepta esa evidencia. Para mover una fecha se pide, y decide quien no responde por la acción.
- **Cerrar**: solo por el indicador elegido, comparado antes y después. No cierra quien puso el estándar, escribió una acción, respondió por ella o entregó su evidencia; la pantalla dice quién sí puede.
- **Avisar**: deje constancia de qué se dijo al personal y a los clientes, por qué medio. También después de cerrar.
`,
      en: `
An **improvement** goes from what was seen (a signal, a group of complaints, a deviation, an idea) to the client who is told what changed.

- **Eight stages**: collection, consolidation, analysis, report, decision, delegation, communication, implementation. At each somebody answers and there is a date. Going back or leaving one out asks for a reason.
- **On top of each column** is what has gone most working days without a change.
- **Causes**: by branch, by the five whys, or by counting the reasons clients left. Those of the sheet are suppositions: check them.
- **To decide** (adopt, adapt, reject, postpone) is for the owner of the process or management, never for who opened the improvement.
- **Actions**: whoever is responsible for one says that it is done and what shows it; somebody else accepts that evidence. Another date is asked for, and who is not responsible for the action decides.
- **Closing**: only by the chosen indicator, compared before and after. Not by who set the standard, wrote an action, was responsible for it or supplied its evidence; the screen says who may.
- **Telling**: put on record what staff and clients were told, and by which channel. Also after closing.
`,
    },
  },
];
