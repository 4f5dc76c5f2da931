import type { Topic } from '../topic.ts';

/** Help on the screens where results are read. */
export const readingTopics: readonly Topic[] = [
  {
    path: '/',
    title: { es: 'Inicio', en: 'Home' },
    body: {
      es: `
La primera frase dice cuántos indicadores no cumplen en el período que muestra la barra de arriba.

# Cómo leerlo

- Los indicadores van del peor al mejor: primero el que más se aleja de su estándar.
- El resultado va en su propia unidad (horas, minutos, por ciento); entre paréntesis, el índice contra el estándar. «Menos es mejor», «más es mejor» o «entre los dos» dice hacia dónde conviene.
- **n** es cuántos casos hay detrás. Con pocos se avisa «Muestra pequeña»: un solo caso puede cambiar el resultado.
- La línea pequeña son los últimos períodos; los puntos, el estándar.
- **Cumple con alerta** significa que se cumple, pero por encima de un máximo: conviene mirar por qué. **Cumple, con casos lentos**: el promedio cumple y aun así muchos casos pasaron de su límite.
- En las agencias por período, **°** marca las muestras pequeñas: no se cuentan entre las que no cumplen.

# Qué hacer después

Pulse el nombre de un indicador para abrir su ficha: la tendencia, el desglose por {agency} y las filas que hay detrás. La tabla de {agencies} por período, abajo, muestra dónde se concentra lo que no cumple.

Cambie el período o la {agency} arriba: todas las pantallas obedecen, y la dirección del navegador lo guarda. Puede enviarla a otra persona.
`,
      en: `
The first sentence says how many indicators fail in the period that the bar above shows.

# How to read it

- Indicators go from worst to best: first the one farthest from its standard.
- The result is in its own unit (hours, minutes, per cent); in brackets, the index against the standard. “Less is better”, “more is better” or “between the two” says which way to wish for.
- **n** is how many cases are behind it. With few there is a “Small sample” note: one case can change the result.
- The small line is the last periods; the dots, the standard.
- **Met with alert** means that it is met, but above a maximum: look at why. **Met, with slow cases**: the mean is met and yet many cases passed their limit.
- In the table by period, **°** marks small samples: they are not counted among those that fail.

# What to do next

Press the name of an indicator to open its sheet: the trend, the breakdown by {agency} and the rows behind it. The table of {agencies} by period, below, shows where failures gather.

Change period or {agency} above: every screen obeys, and the address of the browser keeps it. It can be sent to somebody else.
`,
    },
  },
  {
    path: '/indicadores',
    title: { es: 'Indicadores', en: 'Indicators' },
    body: {
      es: `
Todos los indicadores con su resultado del período, para filtrar por proceso, clase o veredicto.

- Pulse un nombre para abrir su ficha técnica.
- Un indicador **sin datos** dice qué archivo le falta: tráigalo en [Importar](/datos/importar).
- Quien analiza puede crear uno nuevo o copiar uno que se parezca. Antes de guardarlo se ve su resultado del último mes.
`,
      en: `
All the indicators with the result of the period, to filter by process, class or verdict.

- Press a name to open its technical sheet.
- An indicator **without data** says which file it lacks: bring it in [Import](/datos/importar).
- Whoever analyses can make a new one or copy one like it. Its result of the last month is seen before it is saved.
`,
    },
  },
  {
    path: '/indicadores/$',
    title: { es: 'Ficha técnica', en: 'Technical sheet' },
    body: {
      es: `
Todo lo que hace falta para creer una cifra o para discutirla.

# De arriba abajo

- **Resultado, estándar, tendencia y estado**, y la frase que los interpreta. La frase se puede copiar al informe.
- **Tendencia** con sus *límites habituales*: entre esas dos líneas se mueve el indicador cuando no pasa nada especial. Un punto fuera, o una racha de ocho hacia el mismo lado, tiene una causa que buscar.
- **Ficha**: objetivo, fórmula, variables, fuente, responsable, frecuencia, estándar y tolerancia.
- **Desglose** por {agency} y por persona. Un grupo con pocos casos se marca: no sirve para comparar personas.
- **Dentro de su límite**: qué parte de los casos cumplió su propio plazo. Un promedio bueno puede esconder muchos casos tarde; si los dos no coinciden, se avisa.
- **Filas**: los casos detrás de la cifra. Cada uno dice si cuenta, o por qué no, y de qué archivo y línea vino. La identidad del {client} está protegida.

# Llevárselo

PDF para el comité; Excel con filas y fórmulas vivas, para recalcular la cifra; imagen de cada gráfico. El papel lleva un código que se comprueba en [Verificar un papel](/verificar).

**Provisional** significa que aún hay casos abiertos del período: la cifra puede cambiar cuando se cierren.
`,
      en: `
Everything needed to believe a figure or to argue with it.

# From top to bottom

- **Result, standard, trend and state**, and the sentence that interprets them. The sentence can be copied to the report.
- **Trend** with its *usual limits*: between those two lines the indicator moves when nothing special happens. A point outside, or a run of eight on one side, has a cause to look for.
- **Sheet**: objective, formula, variables, source, responsible, frequency, standard and tolerance.
- **Breakdown** by {agency} and by person. A group with few cases is marked: it is no good for comparing people.
- **Within its limit**: what share of the cases met their own deadline. A good mean can hide many late cases; when the two disagree, it is said.
- **Rows**: the cases behind the figure. Each says whether it counts, or why not, and which file and line it came from. The identity of the {client} is protected.

# Taking it away

PDF for the committee; Excel with rows and live formulas, to recompute the figure; an image of each chart. Paper bears a code that is checked in [Check a paper](/verificar).

**Provisional** means that cases of the period are still open: the figure may change when they close.
`,
    },
  },
  {
    path: '/productividad',
    title: { es: 'Productividad', en: 'Productivity' },
    body: {
      es: `
Minutos de atención contra la capacidad instalada: los minutos productivos que da el horario de cada quien.

- El mínimo es 90 %. Por encima de 100 % hay **sobreproductividad**: no es un premio, es una señal de que falta gente o de que los tiempos están mal medidos.
- Las ausencias y los préstamos a otra {agency} ya están descontados.
- La mezcla de trámites se muestra al lado: quien atiende lo más difícil no se compara con quien atiende lo más fácil.
- Con pocos casos no se juzga a nadie: se marca y se espera.

**Llegadas** muestra a qué hora y qué día vienen los {clients}. **¿Y si…?** deja cambiar personas, horario y demanda, y dice qué índice y qué espera resultarían. Es un cálculo, no una promesa: supone llegadas al azar.
`,
      en: `
Minutes of attention against installed capacity: the productive minutes that each one's schedule gives.

- The floor is 90 %. Above 100 % there is **over-productivity**: it is no prize but a sign that people are missing or that times are badly measured.
- Absences and loans to another {agency} are already taken off.
- The mix of services is shown beside it: whoever takes the hardest is not compared with whoever takes the easiest.
- With few cases nobody is judged: it is marked and one waits.

**Arrivals** shows at which hour and day {clients} come. **What if…?** lets people, schedule and demand be changed, and says which index and which waiting would result. It is a computation, not a promise: it supposes random arrivals.
`,
    },
  },
  {
    path: '/informes',
    title: { es: 'Informes', en: 'Reports' },
    body: {
      es: `
El informe mensual de gestión en PDF: el resumen de cumplimiento por proceso, cada proceso con sus reclamos al lado de su veredicto, la ficha de cada indicador y qué cambió desde el mes pasado.

- **Provisional**: todavía hay casos abiertos. **Sin casos abiertos**: las cifras solo cambian si llegan correcciones.
- Al pie de cada página está el código del papel. Con él se comprueba después si las cifras siguen siendo las mismas.
- Si la institución trabaja con una excepción a la separación de funciones, el informe la dice.

**Hoja para la pared**: una página por {agency}, que se lee a dos metros. Primero lo que no cumple; caben ocho. No nombra a nadie, y una cifra de menos de cinco personas no sale. Elija la {agency} arriba.

**«Nos dijeron, hicimos»**: lo que se avisó a los {clients} en el período, para colgar donde se atiende o para publicar. Un conteo sale solo desde cinco; el resultado, solo cuando la mejora se cerró con su prueba. Lo que nombra a alguien de la casa queda fuera y se dice aquí.
`,
      en: `
The monthly management report as PDF: the summary of compliance by process, each process with its complaints beside its verdict, the sheet of each indicator and what changed since last month.

- **Provisional**: cases are still open. **No open cases**: figures change only if corrections come.
- At the foot of each page is the code of the paper. With it one can check later whether the figures are still the same.
- If the institution works under an exception to the segregation of duties, the report says so.

**Page for the wall**: one page per {agency}, read from two metres. What fails comes first; eight fit. It names nobody, and a figure of fewer than five people is left out. Choose the {agency} above.

**“You said, we did”**: what {clients} were told of in the period, to hang where they are served or to publish. A count is given from five on only; the result, only once the improvement was closed by its proof. What names somebody of the house is left out, and that is said here.
`,
    },
  },
  {
    path: '/verificar',
    title: { es: 'Verificar un papel', en: 'Check a paper' },
    body: {
      es: `
Escriba el código que está al pie de una ficha o de un informe impresos. La pantalla dice para qué se emitió y si sus cifras y definiciones siguen siendo las mismas; si algo cambió, qué.
`,
      en: `
Type the code at the foot of a printed sheet or report. The screen says what it was issued for and whether its figures and definitions are still the same; if something changed, what.
`,
    },
  },
];
