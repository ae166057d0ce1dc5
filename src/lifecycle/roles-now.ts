// Who may give a command at this moment? The second voice of a command of two persons may ask for another role than the
// first: leads propose to give up the way back, only risk owners agree to it.
import type { Role } from '../kernel/principal.js';
import type { CommandName } from './commands.js';
import { commandNamed } from './commands.js';
import type { StoredSnapshot } from './snapshot.js';

export function rolesNow(snapshot: StoredSnapshot, name: CommandName): readonly Role[] {
  const command = commandNamed(name);
  const isSecondVoice = name === 'decommission' && snapshot.context.decommissionProposedBy !== null;
  return isSecondVoice ? (command.confirmRoles ?? command.roles) : command.roles;
}
