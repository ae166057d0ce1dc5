// Time is handed in. Whatever decides takes `now`; only the rim asks a clock.

/** Milliseconds since the epoch, from wherever the process gets its time. */
export abstract class Clock {
  abstract now(): number;
}
