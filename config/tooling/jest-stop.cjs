// After the tests: stops this run's PostgreSQL, if any test started it, and removes its folder.
const { existsSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');

const stopMsMax = 10_000;

/** A process of another user is alive too: it answers with a refusal. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The server's own note of its process: the first line is its id, the second its data folder. Null once it is down. */
function serverIn(folder) {
  const note = join(folder, 'data', 'postmaster.pid');
  if (!existsSync(note)) {
    return null;
  }
  const pid = Number(readFileSync(note, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 && isPostgresOf(pid, folder) ? pid : null;
}

/** Guards against a process id that was given to somebody else after a crash. Where the system cannot say, it is trusted. */
function isPostgresOf(pid, folder) {
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) {
    return isAlive(pid);
  }
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(folder);
}

async function stopPostgres(folder) {
  const pid = serverIn(folder);
  if (pid !== null) {
    // Nothing of a test database is worth a checkpoint: SIGQUIT ends the server and its children at once.
    process.kill(pid, 'SIGQUIT');
    for (let waitedMs = 0; isAlive(pid) && waitedMs < stopMsMax; waitedMs += 20) {
      await sleep(20);
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

module.exports = async function stopRun() {
  const folder = process.env.TEST_POSTGRES_RUN_FOLDER;
  if (folder !== undefined) {
    await stopPostgres(folder);
  }
};
module.exports.isAlive = isAlive;
module.exports.stopPostgres = stopPostgres;
