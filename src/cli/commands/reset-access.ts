import { printInstant } from '../../sentences/index.ts';
import { resetAccess } from '../../usecases/index.ts';
import { type Command, EXIT, getText } from '../command.ts';
import { printJson } from '../terminal.ts';
import { say } from '../texts.ts';

/** Lets back in whoever lost password and telephone; for whom the machine itself is at hand. */
export const resetAccessCommand: Command = {
  name: 'reset-access',
  usage: '--login NAME',
  about: {
    es: 'da un código a quien perdió la contraseña y el teléfono',
    en: 'gives a code to whoever lost password and telephone',
  },
  options: { login: { type: 'string' } },
  args: [0, 0],
  run: ({ terminal, options, withInstitution }) =>
    withInstitution(
      async (institution) => {
        const given = resetAccess(institution, getText(options, 'login', 'rosa.guaman'));
        if (terminal.json) printJson(terminal, { ...given });
        else
          terminal.out(
            say(terminal.language, 'accessReset', {
              login: given.login,
              code: given.code,
              until: printInstant(given.expires_at, terminal.language),
            }),
          );
        return EXIT.done;
      },
      { sync: false },
    ),
};
