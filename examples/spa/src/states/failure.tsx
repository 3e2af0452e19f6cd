import { useMessages } from '../locale/use-messages.js';

interface FailureProps {
  readonly onRetry: () => void;
}

/** Nothing could be loaded, and nothing was kept. */
export function Failure({ onRetry }: FailureProps) {
  const { failed, failedHint, retry } = useMessages();
  return (
    <div className="state" role="alert">
      <p className="state-title">{failed}</p>
      <p>{failedHint}</p>
      <button type="button" className="button" onClick={onRetry}>
        {retry}
      </button>
    </div>
  );
}
