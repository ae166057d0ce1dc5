import { type DynamicModule, Module } from '@nestjs/common';
import { Configuration } from './configuration.dto.js';
import { Policies } from './policies.js';

/** The configuration and the policies for every room. Both are read before the application is built. */
@Module({})
export class ConfigurationModule {
  static with(configuration: Configuration, policies: Policies): DynamicModule {
    return {
      module: ConfigurationModule,
      global: true,
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: Policies, useValue: policies },
      ],
      exports: [Configuration, Policies],
    };
  }
}
