import { Injectable } from '@nestjs/common';

/** Whether this process is on its way out: then it is no longer ready, while what runs is still finished. */
@Injectable()
export class ProcessState {
  private leaving = false;

  get isDraining(): boolean {
    return this.leaving;
  }

  drain(): void {
    this.leaving = true;
  }
}
