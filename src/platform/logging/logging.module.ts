import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AppConfig } from '../../config/app-config.js';
import { currentRequest } from '../request/current-request.js';

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
            pinoHttp: { level: log.level, base: undefined, mixin: requestIdOfLine },
            // Requests are logged by `requestLog`, which stands before whatever may refuse them.
            forRoutes: [],
          }),
        }),
      ],
    };
  }
}

function requestIdOfLine(): { requestId?: string } {
  const request = currentRequest();
  return request === undefined ? {} : { requestId: request.requestId };
}
