/** The procedure that is offered when the client's data do not match, where the institution has it. */
export const DATA_UPDATE = 'actualizacion-datos';

/** The question that every procedure begins with: whether the data match. */
const QUESTION = 'data_match';

/** Whether the answers so far say that the client's data differ from the system's. */
export function differs(fields: Readonly<Record<string, unknown>>): boolean {
  return fields[QUESTION] === false || fields[QUESTION] === 'no';
}

/** Whether a question is that one. */
export function isDataQuestion(id: string): boolean {
  return id === QUESTION;
}
