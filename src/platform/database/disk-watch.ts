// Tells when the disk itself has failed under the embedded store. A retry may then succeed although the data is lost, so
// nothing may be acknowledged until a restart has read what is really there; PostgreSQL panics for the same reason.

const diskFault = /SQLITE_IOERR|disk I\/O error|SQLITE_CORRUPT|database disk image is malformed/i;

export class DiskWatch {
  private handle: (error: Error) => void = () => undefined;

  whenDiskFails(handle: (error: Error) => void): void {
    this.handle = handle;
  }

  /** Called with whatever the engine threw; everything but a failed disk is none of its business. */
  saw(error: unknown): void {
    if (error instanceof Error && diskFault.test(error.message)) {
      this.handle(error);
    }
  }
}
