// Before the tests: names the folder of this run's PostgreSQL, which the first test that needs it starts, and sweeps
// what killed runs left behind. The folder's name carries the id of the process that owns the run.
const { existsSync, readdirSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { isAlive, stopPostgres } = require('./jest-stop.cjs');

const prefix = 'openward-test-postgres-run-';

module.exports = async function startRun() {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : 0;
    if (owner > 0 && (owner === process.pid || !isAlive(owner))) {
      await stopPostgres(join(tmpdir(), name));
    }
  }
  const folder = join(tmpdir(), `${prefix}${process.pid}`);
  if (existsSync(folder)) {
    throw new Error(`${folder} is in the way and cannot be removed`);
  }
  process.env.TEST_POSTGRES_RUN_FOLDER = folder;
};
