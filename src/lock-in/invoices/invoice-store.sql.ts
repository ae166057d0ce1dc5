import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.sql.js';
import type { LockInTables } from '../lock-in-tables.js';
import type { Invoice } from './invoice.js';
import { InvoiceStore } from './invoice-store.js';

@Injectable()
export class SqlInvoiceStore extends InvoiceStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async add(invoice: Invoice): Promise<void> {
    const { id, projectId, fromAt, untilAt, createdBy, createdAt } = invoice;
    await this.tables
      .insertInto('lock_in_invoices')
      .values({
        ...{ id, project_id: projectId, from_at: fromAt, until_at: untilAt },
        ...{ document: JSON.stringify(invoice), created_by: createdBy, created_at: createdAt },
      })
      .execute();
  }

  async since(projectId: string, untilAtMin: number): Promise<readonly Invoice[]> {
    const rows = await this.tables
      .selectFrom('lock_in_invoices')
      .select('document')
      .where('project_id', '=', projectId)
      .where('until_at', '>', untilAtMin)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map((row) => JSON.parse(row.document) as Invoice);
  }

  private get tables() {
    return this.database.of<LockInTables>();
  }
}
