import type { Topic } from '../topic.ts';

/** Help on the screens where data come in. */
export const dataTopics: readonly Topic[] = [
  {
    path: '/datos/importar',
    title: { es: 'Importar un archivo', en: 'Importing a file' },
    body: {
      es: `
Traiga el archivo tal como lo exporta su sistema: CSV, texto o Excel. No hace falta prepararlo, ni quitar títulos o totales, ni cambiar los nombres de las columnas.

# Los pasos

1. **Suelte el archivo** y elija qué contiene.
2. **Revise lo detectado**: codificación, separador, línea de títulos, fechas, coma decimal. Corrija lo que no esté bien.
3. **Equivalencia de columnas**: qué columna suya es cada una de las nuestras. Se guarda, y la próxima vez se reconoce sola.
4. **Probar sin guardar**: cada fila queda en una cuenta: aceptada, actualizada, por corregir, repetida o en blanco. Los problemas se ven sobre su celda.
5. **Publicar**. Entra entero o no entra.
6. **El plazo de cada servicio**, si nadie lo mide todavía: escriba el que su institución ofrece y el veredicto queda en [Inicio](/).

Los servicios que su archivo nombra y Circuito no conoce se añaden todos juntos en el paso de los códigos.

# Si algo sale mal

- Las filas con problemas no detienen a las demás: quedan en [Filas por corregir](/datos/corregir).
- Un archivo con números de tarjeta se rechaza; se ofrece traerlo con esos números tapados.
- Lo importado se puede deshacer en [Importaciones](/datos/importaciones).
`,
      en: `
Bring the file as your system exports it: CSV, text or Excel. There is no need to prepare it, to remove titles or totals, or to change the names of the columns.

# The steps

1. **Drop the file** and choose what it holds.
2. **Check what was detected**: encoding, separator, header line, dates, decimal comma. Correct what is wrong.
3. **Column mapping**: which of your columns is each of ours. It is kept, and next time it is recognised.
4. **Dry run**: each row is in one count: accepted, updated, to correct, repeated or blank. Problems are seen on their cell.
5. **Publish**. It goes in whole or not at all.
6. **The term of each service**, where nobody measures it yet: write the one your institution promises and the verdict is on [Home](/).

Services that your file names and Circuito does not know are added all together in the step of codes.

# If something goes wrong

- Rows with problems do not stop the others: they wait in [Rows to correct](/datos/corregir).
- A file with card numbers is refused; bringing it with them masked is offered.
- What was imported can be undone in [Imports](/datos/importaciones).
`,
    },
  },
  {
    path: '/datos/importaciones',
    title: { es: 'Importaciones', en: 'Imports' },
    body: {
      es: `
Cada archivo traído, con quién lo trajo, cuándo y la cuenta de sus filas. La suma siempre cierra: leídas = aceptadas + actualizadas + por corregir + repetidas + en blanco.

**Deshacer** retira lo que el archivo trajo y vuelve a valer lo anterior; el archivo original y el registro de que existió se quedan. Lo propone quien analiza y lo aprueba otra persona.
`,
      en: `
Each file brought, with who brought it, when, and the count of its rows. The sum always closes: read = accepted + updated + to correct + repeated + blank.

**Undo** takes back what the file brought and what was there before counts again; the original file and the record that it existed stay. Whoever analyses proposes it and somebody else approves it.
`,
    },
  },
  {
    path: '/datos/corregir',
    title: { es: 'Filas por corregir', en: 'Rows to correct' },
    body: {
      es: `
Filas que no se pudieron leer o que contradicen una regla. No cuentan en ningún indicador hasta que se corrijan.

- Corrija la celda marcada aquí mismo y guarde; o baje el archivo, corríjalo en Excel y súbalo otra vez.
- El motivo dice qué está mal y qué se esperaba.
- Si muchas filas fallan por lo mismo, suele ser la columna: revise la equivalencia al importar de nuevo.
`,
      en: `
Rows that could not be read or that break a rule. They count in no indicator until they are corrected.

- Correct the marked cell right here and save; or download the file, correct it in Excel and bring it back.
- The reason says what is wrong and what was expected.
- When many rows fail for the same thing, it is usually the column: check the mapping when importing again.
`,
    },
  },
  {
    path: '/datos/equivalencias',
    title: { es: 'Equivalencias guardadas', en: 'Saved mappings' },
    body: {
      es: `
Lo que Circuito aprendió de cada tipo de archivo: qué columna es cuál y qué significa cada código. Se usa solo cuando llega un archivo con el mismo encabezado. Cambiarla no cambia lo ya importado.
`,
      en: `
What Circuito learned of each kind of file: which column is which and what each code means. It is used by itself when a file with the same header comes. Changing it does not change what was imported.
`,
    },
  },
  {
    path: '/datos/nombres',
    title: { es: 'Nombres escritos de dos maneras', en: 'Names written two ways' },
    body: {
      es: `
«Guayaquil Sur» y «GYE SUR» pueden ser la misma {agency}. Aquí se unen: desde entonces se leen como una sola, en todos los períodos. Antes de unir se ve cuántas filas cambian, y la unión se puede deshacer.
`,
      en: `
“Guayaquil Sur” and “GYE SUR” may be the same {agency}. Here they are merged: from then on they read as one, in all periods. How many rows change is seen before, and a merge can be undone.
`,
    },
  },
  {
    path: '/datos/agenda',
    title: { es: 'Agenda del mes', en: 'Agenda of the month' },
    body: {
      es: `
Qué archivo se espera, de quién y hasta cuándo; si llegó o está atrasado, y qué indicadores lo esperan. Al pie, quién leyó cada resultado y cuándo.
`,
      en: `
Which file is expected, from whom and by when; whether it came or is late, and which indicators wait for it. Below, who read each result and when.
`,
    },
  },
  {
    path: '/datos/cierre',
    title: { es: 'Cierre de mes', en: 'Closing of a month' },
    body: {
      es: `
Cerrar un mes es dejar sus cifras como están: si después llega un archivo o cambia una ficha, las pantallas y los papeles siguen mostrando las cerradas, y dicen cuáles serían con los hechos de hoy.

- **Antes de cerrar** se objetan filas. Quien responde por un proceso o una {agency} las elige en la ficha de un indicador, en *Filas*, y dice por qué no deben contar y qué lo demuestra. El analista propone que queden fuera o responde que no; lo aprueba otra persona, que no las haya cargado. Las filas que quedan fuera se cuentan, y cada cifra dice lo que sería con ellas.
- **Cerrar** lo propone el analista y lo aprueba la gerencia, que ve las cifras que firma. Si entre tanto entra un archivo, hay que proponerlo otra vez.
- **Rectificar** guarda una versión más, con lo que cada cifra era y es, la causa y quién firma. Las versiones anteriores no se borran.

*Auditoría*, *Verificar* vuelve a calcular los meses cerrados desde los archivos originales, hasta el último dígito.
`,
      en: `
To close a month is to leave its figures as they are: if a file comes later or a sheet changes, screens and papers go on showing the closed ones, and say what they would be with the facts of today.

- **Before closing**, rows are contested. Who answers for a process or a {agency} chooses them on the sheet of an indicator, in *Rows*, and says why they should not count and what shows it. The analyst proposes to leave them out or answers no; somebody else approves it, who did not load them. Rows left out are counted, and each figure says what it would be with them.
- **Closing** is proposed by the analyst and approved by management, who sees the figures that are signed. If a file comes in meanwhile, it has to be proposed again.
- **Restating** keeps one more version, with what each figure was and is, the cause and who signs. Versions before it are not deleted.

*Audit*, *Verify* makes closed months anew from the original files, to the last digit.
`,
    },
  },
];
