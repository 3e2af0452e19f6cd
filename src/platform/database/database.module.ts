import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { AppConfig } from '../../config/app-config.js';
import { OutagesModule } from '../health/outages.module.js';
import { FiguresModule } from '../telemetry/figures.module.js';
import { Outages } from '../health/outages.js';
import { Database } from './database.service.js';
import { type Entities, ormOptions } from './orm-options.js';
import { PoolClients } from './pool-clients.js';

/** Hands `Database` to every module. Boots without a database: nothing connects before the first statement. */
@Module({})
export class DatabaseModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outages: Outages,
  ) {}

  onModuleInit(): void {
    this.outages.watch('POSTGRESQL', () => (this.database.isLost ? 'away' : null));
  }

  static forRoot(entities: Entities): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [FiguresModule, OutagesModule],
      providers: [
        PoolClients,
        {
          provide: MikroORM,
          inject: [AppConfig, PoolClients],
          useFactory: ({ database }: AppConfig, clients: PoolClients) =>
            MikroORM.init({
              ...ormOptions(database, (pool) => clients.track(pool)),
              entities: [...entities],
            }),
        },
        {
          provide: Database,
          inject: [MikroORM, PoolClients],
          useFactory: (orm: MikroORM, clients: PoolClients) => new Database(orm, clients),
        },
      ],
      exports: [Database],
    };
  }
}
