import { Module } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.dto.js';
import { BenchmarkShelf } from './benchmarks/benchmark-shelf.js';
import { loadBenchmarks } from './benchmarks/load-benchmarks.client.js';
import { CurationController } from './curation/curation.controller.js';
import { CurationService } from './curation/curation.service.js';
import { CurationStore } from './curation/curation-store.js';
import { SqlCurationStore } from './curation/curation-store.sql.js';
import { TokenisingRowMeter } from './curation/row-meter.client.js';
import { RowMeter } from './curation/row-meter.js';
import { DatasetReader } from './datasets/dataset-reader.js';
import { DatasetStore } from './datasets/dataset-store.js';
import { SqlDatasetStore } from './datasets/dataset-store.sql.js';
import { ScratchDatasetFiles } from './exports/dataset-files.client.js';
import { DatasetFilesController } from './exports/dataset-files.controller.js';
import { DatasetFiles } from './exports/dataset-files.js';
import { AssessData } from './gathering/assess-data.service.js';
import { MeasureLearning } from './gathering/learning-measures.service.js';
import { LearningStore } from './gathering/learning-store.js';
import { SqlLearningStore } from './gathering/learning-store.sql.js';
import { MeasuredSegments } from './gathering/measured-segments.service.js';
import { QuestionParts } from './gathering/question-parts.service.js';
import { RightsOfProject } from './gathering/rights-of-project.service.js';
import { StatusDocuments } from './gathering/status-documents.service.js';
import { TakeCaptured } from './gathering/take-captured.service.js';
import { ImageStore } from './images/image-store.js';
import { SqlImageStore } from './images/image-store.sql.js';
import { ImportService } from './imports/import.service.js';
import { ImportStore, ImportUpkeep } from './imports/import-store.js';
import { SqlImportStore } from './imports/import-store.sql.js';
import { ImportUpkeepService } from './imports/import-upkeep.service.js';
import { SqlImportUpkeep } from './imports/import-upkeep.sql.js';
import { ImportsController } from './imports/imports.controller.js';
import { loadThresholds } from './judging/load-thresholds.client.js';
import { ThresholdShelf } from './judging/threshold-shelf.js';
import { SegmentMeter } from './measure/segment-meter.js';
import { ThreadSegmentMeter } from './measure/thread-segment-meter.client.js';
import { DataPlanController } from './plan/data-plan.controller.js';
import { DataPlanStore } from './plan/data-plan.js';
import { SqlDataPlanStore } from './plan/data-plan.sql.js';
import { ReadinessService } from './readiness.service.js';
import { ReadinessReportsController } from './report/readiness-reports.controller.js';
import { ReportFilesController } from './report/report-files.controller.js';
import { ReportFiles } from './report/report-files.service.js';
import { ReportStore } from './report/report-store.js';
import { SqlReportStore } from './report/report-store.sql.js';
import { AcknowledgementStore } from './rights/acknowledgement-store.js';
import { SqlAcknowledgementStore } from './rights/acknowledgement-store.sql.js';
import { AcknowledgementsController } from './rights/acknowledgements.controller.js';
import { loadRightsRules } from './rights/load-rights.client.js';
import { RightsRulesShelf } from './rights/rights-rules-shelf.js';
import { ExampleStore } from './rows/example-store.js';
import { SqlExampleStore } from './rows/example-store.sql.js';
import { ExamplesController } from './rows/examples.controller.js';
import { FrozenRowsController } from './rows/frozen-rows.controller.js';
import { RowOrigins } from './rows/row-origins.js';
import { SqlRowOrigins } from './rows/row-origins.sql.js';
import { SegmentStore } from './segments/segment-store.js';
import { SqlSegmentStore } from './segments/segment-store.sql.js';
import { ReadinessStatusController } from './status/readiness-status.controller.js';
import { StatusRowStore } from './status/status-row.js';
import { SqlStatusRowStore } from './status/status-row.sql.js';
import { FolderTokeniserFiles } from './tokens/supplied-tokenisers.client.js';
import { TokeniserFiles } from './tokens/tokeniser-files.js';
import { RecipeLintController } from './trainers/recipe-lint.controller.js';
import { StreamingUploadReader } from './uploads/upload-reader.client.js';
import { UploadReader } from './uploads/upload-reader.js';
import { WaiverStore } from './waivers/waiver-store.js';
import { SqlWaiverStore } from './waivers/waiver-store.sql.js';
import { WaiversController } from './waivers/waivers.controller.js';

/** Is the data good enough to train on and to judge with? Knows rows and numbers; not what stage a project is in. */
@Module({
  controllers: [
    ImportsController,
    ReadinessReportsController,
    ReportFilesController,
    CurationController,
    DataPlanController,
    ExamplesController,
    FrozenRowsController,
    ReadinessStatusController,
    WaiversController,
    AcknowledgementsController,
    DatasetFilesController,
    RecipeLintController,
  ],
  providers: [
    { provide: ImportStore, useClass: SqlImportStore },
    { provide: ImportUpkeep, useClass: SqlImportUpkeep },
    { provide: UploadReader, useClass: StreamingUploadReader },
    { provide: ImageStore, useClass: SqlImageStore },
    { provide: SegmentStore, useClass: SqlSegmentStore },
    { provide: CurationStore, useClass: SqlCurationStore },
    { provide: RowMeter, useClass: TokenisingRowMeter },
    { provide: ThresholdShelf, useFactory: () => loadThresholds() },
    { provide: WaiverStore, useClass: SqlWaiverStore },
    { provide: AcknowledgementStore, useClass: SqlAcknowledgementStore },
    { provide: StatusRowStore, useClass: SqlStatusRowStore },
    { provide: ExampleStore, useClass: SqlExampleStore },
    { provide: DatasetStore, useClass: SqlDatasetStore },
    { provide: DatasetReader, useExisting: DatasetStore },
    { provide: DatasetFiles, useClass: ScratchDatasetFiles },
    { provide: ReportStore, useClass: SqlReportStore },
    { provide: SegmentMeter, useClass: ThreadSegmentMeter },
    { provide: RowOrigins, useClass: SqlRowOrigins },
    { provide: LearningStore, useClass: SqlLearningStore },
    { provide: DataPlanStore, useClass: SqlDataPlanStore },
    { provide: TokeniserFiles, useClass: FolderTokeniserFiles },
    {
      provide: BenchmarkShelf,
      inject: [Configuration],
      useFactory: ({ readiness }: Configuration) => loadBenchmarks(readiness.benchmarksDirectory),
    },
    { provide: RightsRulesShelf, useFactory: () => new RightsRulesShelf(loadRightsRules()) },
    ImportService,
    ImportUpkeepService,
    CurationService,
    TakeCaptured,
    MeasuredSegments,
    MeasureLearning,
    RightsOfProject,
    QuestionParts,
    AssessData,
    StatusDocuments,
    ReportFiles,
    ReadinessService,
  ],
  exports: [ReadinessService, DatasetReader, ImportService, ReportStore, DataPlanStore, TokeniserFiles],
})
export class ReadinessModule {}
