import { type FormEvent, useRef, useState } from 'react';
import { routeOf, searchHref } from '../app/routes.js';
import { useMessages } from '../locale/use-messages.js';
import { currentPlace, navigate, usePlace } from '../navigation/history.js';

/** Long enough for the next key, too short to be waited for. */
const debounceMs = 250;

/** Searches while one types. The words stand in the address, so that a search can be shared and returned to. */
export function SearchField() {
  const { search } = useMessages();
  const route = routeOf(usePlace());
  const query = route.page === 'search' ? route.query : '';
  // What is typed counts as long as the address says what it did then; whoever travels sees the words of the place.
  const [draft, setDraft] = useState({ text: query, query });
  const timer = useRef<number>(undefined);

  const show = (text: string): void => {
    const settled = text.trim();
    setDraft({ text, query: settled });
    showResults(settled);
  };
  const type = (text: string): void => {
    setDraft({ text, query });
    window.clearTimeout(timer.current);
    const { key } = currentPlace();
    timer.current = window.setTimeout(() => {
      // Whoever went elsewhere meanwhile is not called back.
      if (currentPlace().key === key) show(text);
    }, debounceMs);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    window.clearTimeout(timer.current);
    show(draft.text);
  };
  return (
    <search className="search">
      <form action="/search" onSubmit={submit}>
        <label className="visually-hidden" htmlFor="search">
          {search}
        </label>
        <input
          id="search"
          type="search"
          name="q"
          value={draft.query === query ? draft.text : query}
          placeholder={search}
          autoComplete="off"
          enterKeyHint="search"
          onChange={({ target }) => type(target.value)}
        />
      </form>
    </search>
  );
}

/** Stepping back leaves the whole search, not each letter of it. */
function showResults(query: string): void {
  const isSearching = routeOf(currentPlace()).page === 'search';
  if (query === '' && !isSearching) return;
  navigate(searchHref(query), { replace: isSearching });
}
