import { LocaleSwitch } from '../locale/locale-switch.js';
import { Link } from '../navigation/link.js';
import { SearchField } from '../search/search-field.js';
import { AccountMenu } from '../session/account-menu.js';

export function SiteHeader() {
  return (
    <header className="site-header">
      <Link href="/" id="home" className="wordmark">
        Watch<span>Me</span>
      </Link>
      <SearchField />
      <AccountMenu />
      <LocaleSwitch />
    </header>
  );
}
