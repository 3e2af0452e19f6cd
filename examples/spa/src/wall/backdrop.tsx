interface BackdropProps {
  readonly image: { readonly url: string; readonly srcSet: string } | null | undefined;
}

/** Behind a heading, for its mood alone. */
export function Backdrop({ image }: BackdropProps) {
  return (
    <div className="backdrop">
      {image && <img src={image.url} srcSet={image.srcSet} sizes="100vw" width={1280} height={720} alt="" />}
    </div>
  );
}
