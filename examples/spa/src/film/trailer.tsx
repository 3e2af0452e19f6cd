import { useState } from 'react';
import { type FragmentType, readFragment } from '../generated/fragment-masking.js';
import { graphql } from '../generated/gql.js';
import { useMessages } from '../locale/use-messages.js';
import { Backdrop } from '../wall/backdrop.js';

const TrailerFragment = graphql(`
  fragment Trailer on Movie {
    trailer {
      id
      name
      embedUrl
      site
    }
    backdrop {
      id
      url
      srcSet
    }
  }
`);

interface TrailerProps {
  readonly film: FragmentType<typeof TrailerFragment>;
  readonly title: string | null | undefined;
}

/** Nothing is asked of the video's site until somebody wants to see it. */
export function Trailer({ film, title }: TrailerProps) {
  const [isPlaying, setIsPlaying] = useState(false);
  const { trailer, backdrop } = readFragment(TrailerFragment, film);
  const { playTrailer, trailer: heading, untitled } = useMessages();
  if (!trailer?.embedUrl) return null;
  return (
    <section aria-labelledby="trailer">
      <h2 id="trailer">{heading}</h2>
      <div className="trailer">
        {isPlaying ? (
          <iframe
            ref={takeFocus}
            title={trailer.name ?? heading}
            src={`${trailer.embedUrl}?autoplay=1`}
            allow="autoplay; encrypted-media; picture-in-picture"
            referrerPolicy="strict-origin-when-cross-origin"
            // Its origin is not ours, so it can not lift this.
            // oxlint-disable-next-line react/iframe-missing-sandbox
            sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
            allowFullScreen
          />
        ) : (
          <button type="button" onClick={() => setIsPlaying(true)}>
            <Backdrop image={backdrop} />
            <span className="trailer-play" />
            <span className="visually-hidden">{playTrailer(title ?? untitled)}</span>
            <span className="trailer-site">{trailer.site}</span>
          </button>
        )}
      </div>
    </section>
  );
}

/** From the button that it takes the place of. */
function takeFocus(frame: HTMLIFrameElement | null): void {
  frame?.focus();
}
