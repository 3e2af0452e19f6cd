import { type WallList, walls } from '../app/routes.js';
import { useMessages } from '../locale/use-messages.js';
import { Link } from '../navigation/link.js';

interface WallTabsProps {
  readonly current: WallList;
}

export function WallTabs({ current }: WallTabsProps) {
  const { lists, listsLabel } = useMessages();
  return (
    <nav className="tabs" aria-label={listsLabel}>
      <ul>
        {walls.map(({ list, href }) => (
          <li key={list}>
            <Link href={href} id={`tab-${list}`} aria-current={list === current ? 'page' : undefined}>
              {lists[list]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
