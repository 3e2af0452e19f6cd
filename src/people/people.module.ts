import { Module } from '@nestjs/common';
import { BiographyService } from './biography.service.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { PersonDetailsResolver } from './person-details.resolver.js';
import { PersonLoader } from './person.loader.js';

@Module({
  providers: [BiographyService, PersonLoader, PeopleService, PeopleResolver, PersonDetailsResolver],
  exports: [PersonLoader, PeopleService],
})
export class PeopleModule {}
