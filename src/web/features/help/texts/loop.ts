import type { Topic } from '../topic.ts';

/** Help on the committee, the register of decisions and the loop measured. */
export const loopTopics: readonly Topic[] = [
  {
    path: '/mejoras/comite',
    title: { es: 'Comité', en: 'Committee' },
    body: {
      es: `
El comité pasa por lo que espera decisión. Abra una **sesión** el día en que se reúnen, con quienes asisten: cada mejora se lee como una cadena (hecho, causa, acciones) y se decide ahí mismo.

- **Decidir** es adoptar, adaptar, rechazar o aplazar, siempre con el motivo. Decide el dueño del proceso o la gerencia; quien abrió la mejora no.
- **Acta en PDF**: fecha, asistentes, decisiones con su motivo, acciones con fecha y quién responde, y lo pendiente de antes. Mientras la sesión está en curso, el acta puede cambiar.
- **Terminar la sesión** fija el acta: después no se decide nada más en ella.
`,
      en: `
The committee goes through what waits for a decision. Open a **session** on the day they meet, with who attends: each improvement reads as a chain (fact, cause, actions) and is decided right there.

- **To decide** is to adopt, adapt, reject or postpone, always with the reason. The owner of the process or management decides; whoever opened the improvement does not.
- **Minutes as PDF**: date, attendees, decisions with their reason, actions with date and who is responsible, and what is still to be done from before. While the session is under way they may change.
- **End the session** settles the minutes: nothing more is decided in it.
`,
    },
  },
  {
    path: '/mejoras/decisiones',
    title: { es: 'Registro de decisiones', en: 'Register of decisions' },
    body: {
      es: `
Cada decisión se lee de un hecho a su resultado: **hecho** con su cifra, **causa**, **decisión** con quién y por qué, **acciones**, a quién **se avisó** y el **resultado** comprobado por otra persona. Se filtra por decisión y fechas, y se lleva a una hoja de cálculo.
`,
      en: `
Each decision reads from one fact to its result: **fact** with its figure, **cause**, **decision** with who and why, **actions**, who was **told** and the **result** that another person verified. It is filtered by decision and dates, and goes to a spreadsheet.
`,
    },
  },
  {
    path: '/mejoras/circuito',
    title: { es: 'Circuito', en: 'Loop' },
    body: {
      es: `
Mide cómo funciona el circuito mismo, con las mejoras **abiertas en los meses elegidos**.

- **Implementadas**: las que llegaron a la última etapa, de todas las abiertas. **Contadas a los clientes**: de las implementadas. **Rechazadas**: de las decididas.
- **Días del hecho a la decisión, al cliente y al cierre**: desde que terminó el período de la primera evidencia (o desde que se abrió, si fue antes). La mitad tardó eso o menos.
- **La más débil** es la etapa de la que sigue la parte más pequeña de las que llegaron. Lo adoptado cuenta como llegado a Delegación; lo rechazado pasó por Decisión y ahí termina.
- **Lo que está quieto**: más de diez días laborables sin ningún cambio.

La **revisión** son preguntas por etapa: sí vale 1, en parte 0,5 y no vale 0. La nota de una etapa es la media de sus respuestas, y la del circuito la media de sus etapas. Sin todas las respuestas no hay nota.
`,
      en: `
It measures how the loop itself works, with the improvements **opened in the chosen months**.

- **Implemented**: those that came to the last stage, of all opened. **Told to clients**: of those implemented. **Rejected**: of those decided.
- **Days from the fact to the decision, to the client and to the closing**: since the period of the first evidence ended (or since it was opened, if that was before). Half of them took that long or less.
- **The weakest** is the stage from which the smallest share of those that came goes on. What was adopted counts as come to Delegation; what was rejected went through Decision and ends there.
- **What stands still**: more than ten working days without any change.

The **review** are questions for each stage: yes is worth 1, in part 0.5 and no 0. The score of a stage is the mean of its answers, and that of the loop the mean of its stages. Without all answers there is no score.
`,
    },
  },
];
