/** What comes after a step that went well: inside, the code of the second step, or enrolling one. */
export type Next = 'nothing' | 'code' | 'enrol';
