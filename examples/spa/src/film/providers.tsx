import { type FragmentType, readFragment } from '../generated/fragment-masking.js';
import { graphql } from '../generated/gql.js';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';

const ProvidersFragment = graphql(`
  fragment Providers on Movie {
    watchProviders {
      region
      attribution
      link
      subscription {
        ...Provider
      }
      free {
        ...Provider
      }
      ads {
        ...Provider
      }
      rent {
        ...Provider
      }
      buy {
        ...Provider
      }
    }
  }
`);

const ProviderFragment = graphql(`
  fragment Provider on WatchProvider {
    id
    name
    logo {
      id
      url(size: THUMBNAIL)
    }
  }
`);

const ways = ['subscription', 'free', 'ads', 'rent', 'buy'] as const;

interface ProvidersProps {
  readonly film: FragmentType<typeof ProvidersFragment>;
  /** What is null may have failed. */
  readonly isPartial: boolean;
}

export function Providers({ film, isPartial }: ProvidersProps) {
  const { watchProviders: options } = readFragment(ProvidersFragment, film);
  const locale = useLocale();
  const messages = useMessages();
  if (!options && isPartial) return null;
  const offered = ways.filter((way) => (options?.[way].length ?? 0) > 0);
  const country = options && new Intl.DisplayNames(locale, { type: 'region' }).of(options.region);
  return (
    <section aria-labelledby="providers">
      <h2 id="providers">
        {messages.whereToWatch} {country && <span className="aside">{country}</span>}
      </h2>
      {offered.length === 0 && <p>{messages.nowhereToWatch}</p>}
      <dl className="providers">
        {options &&
          offered.map((way) => (
            <div key={way}>
              <dt>{messages.ways[way]}</dt>
              {readFragment(ProviderFragment, options[way]).map(({ id, name, logo }) => (
                <dd key={id}>
                  {logo && <img src={logo.url} width={40} height={40} alt="" loading="lazy" />}
                  {name}
                </dd>
              ))}
            </div>
          ))}
      </dl>
      {options && (
        <p className="attribution">
          {options.link ? (
            <a href={options.link}>{messages.providersFrom(options.attribution)}</a>
          ) : (
            messages.providersFrom(options.attribution)
          )}
        </p>
      )}
    </section>
  );
}
