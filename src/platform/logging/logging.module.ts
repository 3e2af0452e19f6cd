import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AppConfig } from '../../config/app-config.js';
import { logOptions } from './log-options.js';

/** Structured logs; every line written while serving a request carries its ID. */
@Module({})
export class LoggingModule {
  static forRoot(): DynamicModule {
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRootAsync({
          inject: [AppConfig],
          useFactory: ({ log }: AppConfig) => ({
            pinoHttp: logOptions(log.level),
            // Requests are logged by `requestLog`, which stands before whatever may refuse them.
            forRoutes: [],
          }),
        }),
      ],
    };
  }
}
