// Which part of the list does the address show? It stands after the hash: "#/NCT06222853/list?state=new".

export type Place = {
  readonly trial: string;
  readonly view: 'list' | 'patient' | 'funnel';
  /** Screening number, for one patient. */
  readonly number: string;
  /** Filters of the list, or the run of the funnel. */
  readonly query: Readonly<Record<string, string>>;
};

/** The place in an address; the list of the first trial where it names none. */
export function placeIn(hash: string, firstTrial: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [trial = '', view = '', number = ''] = path.split('/').map(decoded);
  return {
    trial: trial === '' ? firstTrial : trial,
    view: view === 'patient' || view === 'funnel' ? view : 'list',
    number,
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The address of a place; empty filters are left out. */
export function linkTo({ trial, view, number, query }: Partial<Place> & Pick<Place, 'trial' | 'view'>): string {
  const named = Object.entries(query ?? {}).filter(([, value]) => value !== '');
  const search = named.length === 0 ? '' : `?${new URLSearchParams(named).toString()}`;
  const path = [trial, view, ...(number === undefined || number === '' ? [] : [number])].map(encodeURIComponent);
  return `#/${path.join('/')}${search}`;
}
