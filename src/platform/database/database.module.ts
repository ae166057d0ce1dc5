import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database.sql.js';

/** The opened store for every room. It is opened and migrated before the application is built. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(database: Database): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useValue: database }],
      exports: [Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
