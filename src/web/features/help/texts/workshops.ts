import type { Topic } from '../topic.ts';

/** Help on workshops. */
export const workshopTopics: readonly Topic[] = [
  {
    path: '/induccion',
    title: { es: 'Para quien empieza', en: 'For whoever begins' },
    body: {
      es: `
Una página para dar a quien entra a trabajar: cada indicador que su rol alcanza, con para qué se mide, qué se cuenta, qué se promete, cómo salió el mes que dice la barra de arriba y qué puede hacer cada uno para que salga bien.

Las cifras son las de la institución; quien atiende ve las suyas, y si todavía no atendió a nadie la página lo dice. **Imprimir** la saca en papel sin menús.
`,
      en: `
A page to give to whoever comes to work: each indicator that their role reaches, with why it is measured, what is counted, what is promised, how the month of the top bar came out, and what each person can do for it to come out well.

The figures are those of the institution; who serves sees their own, and where they have served nobody yet the page says so. **Print** puts it on paper without menus.
`,
    },
  },
  {
    path: '/mejoras/talleres',
    title: { es: 'Talleres', en: 'Workshops' },
    body: {
      es: `
Un taller explica a quienes atienden qué mide un indicador, cuánto se promete y qué hace que falle. Aquí se planea, se anota quién vino y queda lo que se aprendió.

- **Planear**: tema, fecha, lugar, para quién y qué indicadores. *Sacar preguntas de las fichas* arma la prueba con el estándar, la dirección y las causas conocidas de cada ficha; cámbielas a su gusto. Son de tres a cinco, con una sola respuesta correcta. También puede no llevar prueba.
- **Quién vino**: se anota desde el día del taller. La lista trae a quienes tienen cuenta en esas {agencies}; quien no tiene se escribe por su nombre, con los aciertos de su prueba en papel.
- **La prueba**: la hace quien vino, una sola vez, también en el teléfono. Al enviarla ve las respuestas correctas. Quien planeó el taller no la hace: conoce las respuestas.
- **Qué dejó**: cuántos vinieron de los esperados y cuánto acertaron en promedio quienes hicieron la prueba. Cada quien ve lo de las {agencies} de su rol; quien atiende ve solo lo suyo.

Un taller que todavía no se dio se puede suspender, con el motivo.
`,
      en: `
A workshop explains to those who serve what an indicator measures, what is promised and what makes it fail. Here it is planned, who came is recorded, and what was learnt stays.

- **Plan**: topic, date, place, for whom and which indicators. *Take questions from the sheets* makes the test of the standard, the direction and the known causes of each sheet; change them as you like. They are three to five, with a single right answer. It may also have no test.
- **Who came**: recorded from the day of the workshop on. The list brings those who have an account in those {agencies}; who has none is written by name, with the right answers of their test on paper.
- **The test**: taken by who came, once, on a phone too. When they send it they see the right answers. Whoever planned the workshop does not take it: they know the answers.
- **What came of it**: how many came of those expected, and how those who took the test did on average. Each reader sees what is of the {agencies} of their role; who serves sees only their own.

A workshop that was not held yet can be cancelled, with the reason.
`,
    },
  },
];
