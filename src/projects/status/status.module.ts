import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects.module.js';
import { StatusController } from './status.controller.js';
import { StatusDesk } from './status-desk.service.js';
import { StatusSource } from './status-source.js';
import { SqlStatusSource } from './status-source.sql.js';

/** The status of single projects, for those who poll. */
@Module({
  imports: [ProjectsModule],
  controllers: [StatusController],
  providers: [{ provide: StatusSource, useClass: SqlStatusSource }, StatusDesk],
  exports: [StatusSource, StatusDesk],
})
export class StatusModule {}
