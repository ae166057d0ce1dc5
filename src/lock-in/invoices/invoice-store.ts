import type { Invoice } from './invoice.js';

export abstract class InvoiceStore {
  abstract add(invoice: Invoice): Promise<void>;
  /** Whose periods end after that time; newest first. */
  abstract since(projectId: string, untilAtMin: number): Promise<readonly Invoice[]>;
}
