import { useMessages } from '../locale/use-messages.js';

interface PosterGridSkeletonProps {
  readonly count: number;
}

/** Holds the place of posters that are on their way. */
export function PosterGridSkeleton({ count }: PosterGridSkeletonProps) {
  const { loading } = useMessages();
  return (
    <div aria-busy="true">
      <output className="visually-hidden">{loading}</output>
      <div className="grid" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <div key={index} className="card">
            <span className="poster skeleton" />
            <span className="line skeleton" />
          </div>
        ))}
      </div>
    </div>
  );
}
