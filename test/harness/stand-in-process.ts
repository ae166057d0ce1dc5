// The stand-in for a closed vendor as whoever walks by hand starts it: a process of its own, with the generated data beside.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const command = join(import.meta.dirname, '../../dist/terminal/demo/stand-in.command.js');

export class StandInProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Resolves when it answers and has written train.csv and test.csv to the folder. */
  static async start(port: number, folder: string): Promise<StandInProcess> {
    const child = spawn(process.execPath, [command, '--port', String(port), '--write', folder]);
    for await (const chunk of child.stdout) {
      if (String(chunk).includes('answers at')) {
        return new StandInProcess(child);
      }
    }
    throw new Error('The stand-in ended while it started.');
  }

  async stop(): Promise<void> {
    this.child.kill();
    await once(this.child, 'exit');
  }
}
