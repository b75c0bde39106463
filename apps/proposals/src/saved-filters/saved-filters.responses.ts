import { FilterContent } from './saved-filters.requests.js';

/** A filter of the board that somebody keeps. */
export class SavedFilterAnswer {
  id!: string;
  name!: string;
  filter!: FilterContent;
  /** Counts the changes. */
  version!: number;
}

export class SavedFiltersAnswer {
  /** By name. */
  items!: SavedFilterAnswer[];
  /** So many somebody may keep. */
  max!: number;
}
