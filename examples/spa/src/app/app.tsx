import { ApolloProvider } from '@apollo/client/react';
import { clientOf } from '../api/clients.js';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';
import { Announcer } from '../states/announcer.js';
import { OfflineNotice } from '../states/offline-notice.js';
import { Page } from './page.js';
import { SiteFooter } from './site-footer.js';
import { SiteHeader } from './site-header.js';
import { SkipLink } from './skip-link.js';

export function App() {
  const locale = useLocale();
  const { skipToContent } = useMessages();
  return (
    <ApolloProvider client={clientOf(locale)}>
      <SkipLink label={skipToContent} />
      <SiteHeader />
      {/* Begun anew for each language, so that nothing held in a component is of the other one. */}
      <main id="content" tabIndex={-1} key={locale}>
        <OfflineNotice />
        <Page />
      </main>
      <SiteFooter />
      <Announcer />
    </ApolloProvider>
  );
}
