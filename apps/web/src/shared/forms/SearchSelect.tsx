import { Select } from 'antd';

/** Somebody or something with the name under which it was chosen. */
export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

/** What somebody types to look for something, and what was found. */
export interface Search<C> {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly found: readonly C[];
  readonly isSearching: boolean;
  /** What stands in the place of an empty list. */
  readonly emptyText: string;
}

interface SearchSelectProps<C extends NamedChoice> {
  readonly label: string;
  readonly id?: string | undefined;
  readonly placeholder?: string;
  readonly search: Search<C>;
  /** How something found is told in the list; by its name when left out. */
  readonly labelOf?: (found: C) => string;
  readonly value: readonly C[];
  readonly onChange: ((chosen: readonly C[]) => void) | undefined;
}

/** Several things that are found by typing. */
export function SearchSelect<C extends NamedChoice>({
  label,
  id,
  placeholder,
  search,
  labelOf = ({ name }) => name,
  value,
  onChange,
}: SearchSelectProps<C>) {
  // What is chosen is not offered again: Enter would take the first of the list, and choosing something chosen removes it.
  const offered = search.found.filter((each) => !value.some((chosen) => chosen.id === each.id));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="fill"
      mode="multiple"
      aria-label={label}
      placeholder={placeholder}
      labelInValue
      value={value.map((each) => ({ value: each.id, label: each.name }))}
      options={offered.map((each) => ({ value: each.id, label: labelOf(each) }))}
      showSearch={{ filterOption: false, searchValue: search.typed, onSearch: search.onType }}
      notFoundContent={search.emptyText}
      loading={search.isSearching}
      onChange={(chosen: readonly { readonly value: string }[]) => {
        search.onType('');
        onChange?.(chosen.flatMap((choice) => [...value, ...offered].find((each) => each.id === choice.value) ?? []));
      }}
    />
  );
}
