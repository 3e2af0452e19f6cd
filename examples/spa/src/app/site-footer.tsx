import { useQuery } from '@apollo/client/react';
import { graphql } from '../generated/gql.js';
import { useMessages } from '../locale/use-messages.js';

const AboutDocument = graphql(`
  query About {
    about {
      notice
      watchProviderNotice
    }
  }
`);

/** The notices that TMDb and JustWatch ask for, in their own words. */
export function SiteFooter() {
  const { data } = useQuery(AboutDocument);
  const { source } = useMessages();
  return (
    <footer className="site-footer">
      {data && (
        <>
          <p lang="en">{data.about.notice}</p>
          <p lang="en">{data.about.watchProviderNotice}</p>
        </>
      )}
      <p>{source}</p>
    </footer>
  );
}
