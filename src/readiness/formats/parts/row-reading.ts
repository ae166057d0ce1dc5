// What turns up while one row is read: faults, remarks, pictures, and the calls that wait for their results.
import type { FaultCode, RowFault } from '../../imports/import-fault.js';
import type { Message, ToolCall } from '../../rows/example.js';
import type { RowNote } from '../../rows/row-traits.js';
import type { InlinePicture } from '../row-format.js';

/** More faults of one row than this help nobody. */
const faultsPerRowMax = 20;

export class RowReading {
  readonly faults: RowFault[] = [];
  readonly notes: RowNote[] = [];
  readonly pictures: InlinePicture[] = [];
  /** For formats whose calls have no ids: those that are not answered yet. */
  private readonly waiting: ToolCall[] = [];
  private calls = 0;

  refuse(code: FaultCode, field: string, reason: string): void {
    if (this.faults.length < faultsPerRowMax) {
      this.faults.push({ code, field, reason });
    }
  }

  note(note: RowNote): void {
    if (!this.notes.includes(note)) {
      this.notes.push(note);
    }
  }

  /** A call of a format that gives calls no id gets one by its place. */
  numbered(name: string, argumentText: string): ToolCall {
    const call = { id: `call_${this.calls}`, name, arguments: argumentText };
    this.calls += 1;
    this.waiting.push(call);
    return call;
  }

  /** The id of the first waiting call of that name, or of any where results have no name; null: none waits. */
  answered(name: string | null): string | null {
    const at = this.waiting.findIndex((call) => name === null || call.name === name);
    return at === -1 ? null : (this.waiting.splice(at, 1)[0]?.id ?? null);
  }
}

/** A turn with the field that it was read from, for the paths of later faults. */
export interface ReadTurn {
  readonly message: Message;
  readonly field: string;
}
