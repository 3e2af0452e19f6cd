import { Query, Resolver } from '@nestjs/graphql';
import { AppConfig } from '../config/app-config.js';
import { About, CatalogueMode } from './about.model.js';
import { version } from './version.js';

const notice =
  'This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.';

@Resolver()
export class AboutResolver {
  constructor(private readonly config: AppConfig) {}

  @Query(() => About, { description: 'What this API is.' })
  about(): About {
    return {
      version,
      mode: CatalogueMode[this.config.catalogue],
      sendsMail: this.config.mail.delivery !== 'NONE',
      notice,
      watchProviderNotice: 'Watch providers: JustWatch.',
    };
  }
}
