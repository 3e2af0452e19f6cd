interface PosterProps {
  readonly image: { readonly url: string; readonly srcSet: string } | null | undefined;
  /** Stands where there is no picture. */
  readonly title: string;
  /** How wide it is shown, as `sizes` of HTML says it. */
  readonly sizes: string;
  readonly isEager?: boolean;
}

/** Beside the film's name, which says all that the picture does: so it has no name of its own. */
export function Poster({ image, title, sizes, isEager = false }: PosterProps) {
  if (!image)
    return (
      <span className="poster poster-none" aria-hidden="true">
        {title}
      </span>
    );
  return (
    <span className="poster">
      <img
        src={image.url}
        srcSet={image.srcSet}
        sizes={sizes}
        width={342}
        height={513}
        alt=""
        loading={isEager ? 'eager' : 'lazy'}
        decoding="async"
      />
    </span>
  );
}
