import { type NamedChoice, SearchSelect } from '../forms/SearchSelect.js';
import { usePeopleSearch } from './members.js';

interface PeopleFieldProps {
  readonly label: string;
  readonly id?: string;
  readonly value?: readonly NamedChoice[];
  readonly onChange?: (people: readonly NamedChoice[]) => void;
  readonly without: ReadonlySet<string>;
}

/** Several people by name or staff number, in a form that needs their names afterwards. */
export function PeopleField({ label, id, value = [], onChange, without }: PeopleFieldProps) {
  const search = usePeopleSearch(without);
  return <SearchSelect label={label} id={id} search={search} value={value} onChange={onChange} />;
}
