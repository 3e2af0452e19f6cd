import type { OperationVariables } from '@apollo/client';
import { useAnswer } from '../api/answers.js';
import { formatMoment } from '../locale/formats.js';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';
import { Notice } from './notice.js';

interface AnswerNoticeProps {
  readonly operation: string;
  readonly variables: OperationVariables;
  /** Data are shown, but the last try to load more or newer ones failed. */
  readonly hasFailed: boolean;
  readonly onRetry: () => void;
}

/** Says what the data on the page lack: a part that failed, newer ones, or what could not be loaded just now. */
export function AnswerNotice({ operation, variables, hasFailed, onRetry }: AnswerNoticeProps) {
  const answer = useAnswer(operation, variables);
  const locale = useLocale();
  const { keptShown, lookAgain, partial, retry, staleSince } = useMessages();
  if (answer?.isPartial === true) return <Notice action={{ label: retry, run: onRetry }}>{partial}</Notice>;
  if (hasFailed) return <Notice action={{ label: retry, run: onRetry }}>{keptShown}</Notice>;
  if (answer?.isStale !== true) return null;
  return (
    <Notice isQuiet action={{ label: lookAgain, run: onRetry }}>
      {staleSince(formatMoment(answer.toldAt, locale))}
    </Notice>
  );
}
