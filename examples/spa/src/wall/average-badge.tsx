import { formatAverage } from '../locale/formats.js';
import { useLocale } from '../locale/locale.js';
import { useMessages } from '../locale/use-messages.js';

interface AverageBadgeProps {
  readonly average: number;
  readonly voteCount: number;
}

export function AverageBadge({ average, voteCount }: AverageBadgeProps) {
  const locale = useLocale();
  const { rated } = useMessages();
  const shown = formatAverage(average, locale);
  return (
    <span className="average">
      <span aria-hidden="true">★ {shown}</span>
      <span className="visually-hidden">{rated(shown, voteCount.toLocaleString(locale))}</span>
    </span>
  );
}
