// How fast is readiness measured, how much memory does it take, and what does a poll cost? Everything of one run, on data
// that the run writes: JSON.parse over the same bytes, the row pass with and without the search for personal data, the
// whole measurement with its peak memory, near duplicates of short prompts, and the one row that a poll reads. The last
// line is one JSON object.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { writeChats } from './bench-chats.client.js';
import {
  type PhaseAnswer,
  type PhaseName,
  type PhaseOptions,
  phaseAnswer,
  runPhase,
} from './bench-readiness-phases.client.js';

const script = fileURLToPath(import.meta.url);

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const rounds = 3;

interface BenchOptions {
  readonly megabytes: string;
  readonly rows: string;
  readonly phase?: PhaseName;
  readonly with?: string;
}

async function bench({ megabytes, rows }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'openward-bench-'));
  try {
    const chats = writeChats(join(folder, 'chats.jsonl'), Number(megabytes) * 1e6);
    say(`${chats.rows} rows of chat, ${(chats.bytes / 1e6).toFixed(0)} MB`);
    const cores = availableParallelism();
    const options = { folder, chats: chats.path, threads: 1, looksForPrivate: false, shortRows: Number(rows) };
    const speed = (name: PhaseName, parts: Partial<PhaseOptions> = {}) => {
      const answer = runPhase(script, name, { ...options, ...parts });
      // By the time of the processor: what else the machine does then must not count.
      const perCore = chats.bytes / 1e6 / answer.cpuSeconds;
      tell(`${name} ${JSON.stringify(parts)}`, answer, perCore);
      return { ...answer, perCore };
    };
    // By turns, and each by its best: a neighbour on the same machine slows one round, hardly all of one part.
    const turns = Array.from({ length: rounds }, () => ({
      parsed: speed('parse').perCore,
      plain: speed('pass').perCore,
      searching: speed('pass', { looksForPrivate: true }).perCore,
    }));
    const best = (part: keyof (typeof turns)[number]) => Math.max(...turns.map((turn) => turn[part]));
    const plain = best('plain');
    speed('pass', { threads: cores });
    speed('pass', { looksForPrivate: true, threads: cores });
    const whole = speed('whole', { looksForPrivate: true, threads: cores });
    const near = runPhase(script, 'near', options);
    tell('near', near, 0);
    const poll = runPhase(script, 'poll', options);
    tell('poll', poll, 0);
    const outcome = {
      rowPassVsJsonParse: rounded(plain / best('parsed')),
      rowPassMbPerSecond: rounded(plain),
      rowPassWithPiiMbPerSecond: rounded(best('searching')),
      wholeSeconds: rounded(whole.seconds),
      peakRssMb: whole.peakRssMb,
      nearDuplicateRowsPerSecond: Math.round(Number(rows) / near.seconds),
      pollMs: rounded(Number(poll.more.p95Ms)),
    };
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(name: string, { seconds, cpuSeconds, peakRssMb, more }: PhaseAnswer, perCore: number): void {
  const speed = perCore === 0 ? '' : `, ${perCore.toFixed(1)} MB/s and core`;
  const took = `${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s of the processor`;
  say(`${name}: ${took}${speed}, ${peakRssMb} MB at most; ${JSON.stringify(more)}`);
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

await new Command('bench:readiness')
  .description('Measures the speed and the memory of measuring readiness.')
  .option('--megabytes <number>', 'size of the chats', '1000')
  .option('--rows <number>', 'short prompts to look for near duplicates in', '1000000')
  .option('--phase <name>', 'runs one part alone, for this script itself')
  .option('--with <json>', 'what that part is told')
  .action(async (options: BenchOptions) => {
    if (options.phase === undefined) {
      await bench(options);
      return;
    }
    const answer = await phaseAnswer(options.phase, JSON.parse(options.with ?? '{}') as PhaseOptions);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  })
  .parseAsync();
