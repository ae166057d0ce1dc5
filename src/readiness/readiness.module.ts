import { Module } from '@nestjs/common';
import { DatasetReader } from './dataset-reader.js';
import { DatasetStore } from './dataset-store.js';
import { SqlDatasetStore } from './dataset-store.sql.js';
import { ImportService } from './imports/import.service.js';
import { ImportStore } from './imports/import-store.js';
import { SqlImportStore } from './imports/import-store.sql.js';
import { ImportsController } from './imports/imports.controller.js';
import { ReadinessService } from './readiness.service.js';
import { ReadinessMeter } from './readiness-meter.js';
import { ReadinessReportsController } from './readiness-reports.controller.js';
import { ReportStore } from './report-store.js';
import { SqlReportStore } from './report-store.sql.js';
import { ExampleStore } from './rows/example-store.js';
import { SqlExampleStore } from './rows/example-store.sql.js';
import { ThreadReadinessMeter } from './run-readiness-measure.client.js';

/** Is the data good enough to train on and to judge with? Knows rows and numbers; not what stage a project is in. */
@Module({
  controllers: [ImportsController, ReadinessReportsController],
  providers: [
    { provide: ImportStore, useClass: SqlImportStore },
    { provide: ExampleStore, useClass: SqlExampleStore },
    { provide: DatasetStore, useClass: SqlDatasetStore },
    { provide: DatasetReader, useExisting: DatasetStore },
    { provide: ReportStore, useClass: SqlReportStore },
    { provide: ReadinessMeter, useClass: ThreadReadinessMeter },
    ImportService,
    ReadinessService,
  ],
  exports: [ReadinessService, DatasetReader, ImportService, ReportStore],
})
export class ReadinessModule {}
