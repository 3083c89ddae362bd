import { invalid } from './errors.js';
import type { Moment } from './parameters.js';

/** One page of a list, newest first, in the shape that Twilio's SDK walks through. */
export function pageOf<T extends { sid: string }>(
  all: T[],
  wanted: { PageSize: number; Page: number; PageToken?: string | undefined },
  address: { path: string; query: Record<string, unknown>; key: string; show: (thing: T) => unknown },
): Record<string, unknown> {
  const { PageSize, Page, PageToken } = wanted;
  // The token names the last thing seen, so that things added meanwhile move no page.
  const seen = PageToken ? all.findIndex(({ sid }) => PageToken === `PA${sid}`) : -1;
  if (PageToken && seen < 0) throw invalid("'PageToken' is not valid");
  const start = PageToken ? seen + 1 : Page * PageSize;
  const items = all.slice(start, start + PageSize);
  const last = items.at(-1);
  const link = (page: number, token?: string) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(address.query)) query.set(name, String(value));
    query.set('PageSize', String(PageSize));
    query.set('Page', String(page));
    if (token) query.set('PageToken', token);
    else query.delete('PageToken');
    return `${address.path}?${query}`;
  };
  return {
    [address.key]: items.map(address.show),
    end: Math.max(start, start + items.length - 1),
    first_page_uri: link(0),
    next_page_uri: last && start + PageSize < all.length ? link(Page + 1, `PA${last.sid}`) : null,
    page: Page,
    page_size: PageSize,
    previous_page_uri: null,
    start,
    uri: link(Page, PageToken),
  };
}

/** Whether a date lies on, at or before, and at or after the moments asked for; a missing date fits only an empty filter. */
export function fits(date: Date | null, on?: Moment, until?: Moment, since?: Moment): boolean {
  if (!on && !until && !since) return true;
  if (!date) return false;
  const second = Math.floor(date.getTime() / 1000) * 1000;
  return (
    (!on || (second >= on.from && second <= on.to)) &&
    (!until || second <= until.to) &&
    (!since || second >= since.from)
  );
}
