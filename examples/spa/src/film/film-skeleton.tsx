import { useMessages } from '../locale/use-messages.js';

interface FilmSkeletonProps {
  /** The head is shown already. */
  readonly isBodyOnly?: boolean;
}

export function FilmSkeleton({ isBodyOnly = false }: FilmSkeletonProps) {
  const { loading } = useMessages();
  return (
    <div className={isBodyOnly ? undefined : 'page page-plain'} aria-busy="true">
      {isBodyOnly ? (
        <output className="visually-hidden">{loading}</output>
      ) : (
        <h1 tabIndex={-1} className="visually-hidden">
          {loading}
        </h1>
      )}
      <div aria-hidden="true">
        {!isBodyOnly && <span className="block skeleton" />}
        <span className="line skeleton" />
        <span className="line skeleton" />
        <span className="block skeleton" />
      </div>
    </div>
  );
}
