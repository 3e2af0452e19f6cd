import { Query, Resolver } from '@nestjs/graphql';
import { AppConfig } from '../config/app-config.js';
import { About, CatalogueMode } from './about.model.js';
import { tmdbNotice, watchProviderNotice } from './notices.js';
import { version } from './version.js';

@Resolver()
export class AboutResolver {
  constructor(private readonly config: AppConfig) {}

  @Query(() => About, { description: 'What this API is.' })
  about(): About {
    return {
      version,
      mode: CatalogueMode[this.config.catalogue],
      sendsMail: this.config.mail.delivery !== 'NONE',
      notice: tmdbNotice,
      watchProviderNotice,
    };
  }
}
