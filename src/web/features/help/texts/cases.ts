import type { Topic } from '../topic.ts';

/** Help on the screens where people are attended and cases worked. */
export const caseTopics: readonly Topic[] = [
  {
    path: '/casos',
    title: { es: 'Casos', en: 'Cases' },
    body: {
      es: `
Todo lo que está abierto: solicitudes de ventanilla, consultas, quejas, reclamos y derechos sobre los datos. Arriba está lo que vence antes.

# Encontrar un caso

- **Buscar** entiende el número del caso, el del sistema central, el del cliente y las palabras de lo escrito.
- Los filtros quedan en la dirección: un enlace copiado muestra lo mismo a otra persona.
- Los terminados no se ven hasta pedirlo con **También los terminados**.

# Repartir

Quien supervisa marca varios casos y los da a una persona de una vez. Los que no se pudieron dar se dicen con su motivo: un reclamo nunca se da a la persona de quien se reclama.

# Lo que llega de afuera

Los clientes presentan sus reclamos, quejas y consultas en [la página pública](/reclamo), sin entrar a Circuito, y ven cómo van en [seguimiento](/seguimiento). Ponga esas dos direcciones en la página de la institución.

# El color

Solo marca lo que pide hacer algo: naranja si vence hoy, rojo si ya venció. «En espera» quiere decir que el plazo está detenido, por ejemplo hasta que el cliente traiga un papel.
`,
      en: `
Everything that is open: desk requests, queries, complaints, claims and data rights. What is due first is on top.

# Finding a case

- **Search** understands the number of the case, that of the core system, that of the client, and the words written.
- Filters stay in the address: a copied link shows the same to somebody else.
- Finished ones are not seen until asked for with **Finished ones too**.

# Sharing out

Whoever supervises ticks several cases and gives them to a person at once. Those that could not be given are told with their reason: a complaint is never given to the person it is about.

# What comes from outside

Clients send their complaints and questions on [the public page](/reclamo), without entering Circuito, and see how they go in [follow-up](/seguimiento). Put those two addresses on the page of the institution.

# The colour

It marks only what asks for something to be done: orange when due today, red when overdue. “Waiting” means that the deadline stands still, for example until the client brings a paper.
`,
    },
  },
  {
    path: '/casos/nuevo',
    title: { es: 'Atender', en: 'Attend' },
    body: {
      es: `
Una sola página que se lee como el procedimiento. Todo se hace con el teclado: escriba unas letras de lo que pide el cliente y pulse Entrar; con Tab se pasa de una cosa a otra, con la barra espaciadora se marca, y Entrar lleva a lo que falta.

# El orden

1. **Quién pide**: el número del cliente. Si sus datos no coinciden, se ofrece actualizarlos antes; al terminar se vuelve aquí con lo ya escrito.
2. **Qué pide**: solo se pregunta lo que hace falta según lo contestado.
3. **Papeles**: cuáles, y si basta verlos, se guarda copia o se firman.
4. **Pasos**: se confirman en orden.

# Cuando no procede

Se dice enseguida, con las palabras de la política y lo que el cliente puede hacer. Termine sin abrir, o cambie la respuesta si se equivocó.

# El tiempo

Los minutos de atención corren desde que se abre la página. Si la pantalla queda quieta mucho rato, ese tiempo no se cuenta y el caso lo dice. Si se va sin abrir, se pregunta el motivo.

Nunca escriba un PIN ni un número de tarjeta: se rechaza.
`,
      en: `
A single page that reads like the procedure. Everything can be done by keyboard: type a few letters of what the client asks and press Enter; Tab goes from one thing to the next, the space bar ticks, and Enter leads to what is missing.

# The order

1. **Who asks**: the client's number. If their data do not match, updating them first is offered; at the end one comes back here with what was written.
2. **What they ask for**: only what is needed by the answers so far.
3. **Papers**: which, and whether seeing them is enough, a copy is kept or they are signed.
4. **Steps**: confirmed in order.

# When it cannot be done

It is told at once, in the policy's words and with what the client can do. End without opening, or change the answer if it was a mistake.

# The time

Handling minutes run from when the page is opened. If the screen stands still for long, that time does not count and the case says so. Leaving without opening asks for the reason.

Never write a PIN or a card number: it is refused.
`,
    },
  },
  {
    path: '/casos/lote',
    title: { es: 'Proceso nocturno', en: 'Nightly batch' },
    body: {
      es: `
Cada mañana se dice aquí cómo terminó el proceso de la noche. Marque solo los casos que no entraron y escriba el motivo; los demás quedan activos a la hora en que corrió.

Los que no entraron siguen pendientes: entran la noche siguiente, o alguien los activa a mano desde su página. Registrar dos veces lo mismo no cambia nada.
`,
      en: `
Each morning one says here how the batch of the night ended. Tick only the cases that did not enter and write the reason; the others become active at the time it ran.

Those that did not enter still wait: they enter the next night, or somebody activates them by hand from their page. Registering the same twice changes nothing.
`,
    },
  },
  {
    path: '/casos/$',
    title: { es: 'Un caso', en: 'A case' },
    body: {
      es: `
Arriba, en una frase, dónde está el caso, a quién le toca y hasta cuándo.

- **Qué se puede hacer ahora** muestra solo lo que usted puede hacer en este estado. Si le toca a otra persona, lo dice. Encima está lo que escribió quien lo trajo hasta aquí: si se devolvió, por qué. Lo devuelto vuelve a manos de quien lo abrió.
- **Lo que ha pasado** es el diario: quién hizo qué, cuándo, y lo que escribió.
- **Nota y número central**: para dejar algo dicho, o anotar el número que dio el sistema central. Con ese número el caso y la fila del sistema central son un solo hecho.

Si alguien movió el caso mientras lo miraba, se le avisa y ve cómo está ahora.
`,
      en: `
Above, in one sentence, where the case stands, whose turn it is and until when.

- **What can be done now** shows only what you may do in this state. If it is somebody else's turn, it says so. Above it is what was written by whoever brought it here: where it was returned, why. What is returned goes back to whoever opened it.
- **What has happened** is the diary: who did what, when, and what they wrote.
- **Note and core number**: to leave something said, or to note the number the core system gave. With that number the case and the row of the core system are one fact.

If somebody moved the case while you looked at it, you are told and see it as it is now.
`,
    },
  },
];
