// The process: reads the configuration, starts the service, says where it is, stops when it is told to.
import 'reflect-metadata';
import { configurationOrExit } from './platform/config/load-configuration.client.js';
import { DatabaseInUseError } from './platform/database/sqlite-engine.sql.js';
import { Log } from './platform/telemetry/log.client.js';
import { type RunningApplication, startApplication } from './start-application.client.js';

const startFailedExitCode = 1;
const inUseExitCode = 75;
const diskFaultExitCode = 74;

function welcome({ url, firstToken }: RunningApplication): void {
  const lines = ['', `  Openward listens at ${url}`, `  API reference        ${url}/docs`];
  if (firstToken !== null) {
    lines.push('', '  First administrator’s token, shown this once:', `  ${firstToken}`);
  }
  process.stderr.write(`${lines.join('\n')}\n\n`);
}

function stopOnSignals(running: RunningApplication, log: Log): void {
  let stopping = false;
  const leave = (signal: NodeJS.Signals) => {
    if (stopping) {
      return;
    }
    stopping = true;
    log.info({ signal }, 'stopping');
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop was not clean');
        process.exit(startFailedExitCode);
      },
    );
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
}

const configuration = configurationOrExit();
const log = new Log(configuration.telemetry.logLevel);
try {
  const running = await startApplication(configuration, log);
  stopOnSignals(running, log);
  running.whenDiskFails((error) => {
    log.error({ err: error }, 'the disk failed under a write; the process ends so that nothing more is acknowledged');
    process.exit(diskFaultExitCode);
  });
  log.info({ url: running.url, node: process.version }, 'started');
  welcome(running);
} catch (error) {
  const words = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Openward could not start: ${words}\n`);
  if (!(error instanceof DatabaseInUseError)) {
    log.error({ err: error }, 'the start failed');
  }
  process.exit(error instanceof DatabaseInUseError ? inUseExitCode : startFailedExitCode);
}
