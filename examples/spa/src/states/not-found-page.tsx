import { useMessages } from '../locale/use-messages.js';
import { Link } from '../navigation/link.js';

interface NotFoundPageProps {
  readonly title: string;
}

export function NotFoundPage({ title }: NotFoundPageProps) {
  const { toTheWall } = useMessages();
  return (
    <div className="page page-plain state">
      <title>{`${title} – WatchMe`}</title>
      <h1 tabIndex={-1}>{title}</h1>
      <p>
        <Link href="/">{toTheWall}</Link>
      </p>
    </div>
  );
}
