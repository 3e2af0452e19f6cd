import { Module } from '@nestjs/common';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { PersonDetailsResolver } from './person-details.resolver.js';
import { PersonLoader } from './person.loader.js';

@Module({
  providers: [PersonLoader, PeopleService, PeopleResolver, PersonDetailsResolver],
  exports: [PersonLoader, PeopleService],
})
export class PeopleModule {}
