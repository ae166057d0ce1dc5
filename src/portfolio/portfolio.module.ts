import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module.js';
import { StatusModule } from '../projects/status/status.module.js';
import { BoardController } from './board.controller.js';
import { Board } from './board.service.js';
import { BoardStore } from './board-store.js';
import { SqlBoardStore } from './board-store.sql.js';
import { EventNews } from './event-news.service.js';
import { FeedController } from './feed.controller.js';
import { Feed } from './feed.service.js';
import { FeedStore } from './feed-store.js';
import { SqlFeedStore } from './feed-store.sql.js';
import { OpenStreams } from './open-streams.service.js';
import { ProjectMetrics } from './project-metrics.service.js';

/** All projects at once: the board that is polled and the feed that is followed. */
@Module({
  imports: [ProjectsModule, StatusModule],
  controllers: [BoardController, FeedController],
  providers: [
    { provide: BoardStore, useClass: SqlBoardStore },
    { provide: FeedStore, useClass: SqlFeedStore },
    Board,
    EventNews,
    Feed,
    OpenStreams,
    ProjectMetrics,
  ],
})
export class PortfolioModule {}
