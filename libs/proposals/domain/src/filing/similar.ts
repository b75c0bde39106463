/** Two letters or digits of any writing: a pair with a blank or a comma in it tells nothing. */
const TELLING = /^[\p{L}\p{N}]{2}$/u;

const PAIRS_MAX = 32;
const OF_TEXT = 0.5; // What the text alone says is less of what the matter is.
/** A pair that most subjects hold, as every proposal says that it is one, finds nothing; nor does one that many of a long list hold. */
const [OF_MOST, OF_MANY, MANY] = [0.5, 0.1, 20];
/** How much of a long list is looked at: the rarest pairs that hold no more than this together, and the rarest in any case. */
const LOOKED_AT = 0.05;

/**
 * The pairs of neighbouring characters of a text, each once, as the database's `text_pairs` has them: two Chinese characters are a word.
 */
export function pairsIn(text: string): readonly string[] {
  const characters = [...text.toLowerCase()];
  return [...new Set(characters.slice(1).map((character, nth) => `${characters[nth]}${character}`))].filter((pair) => TELLING.test(pair));
}

/** What is compared with what was proposed before. */
export interface SoughtContent {
  readonly subject: string;
  readonly text: string;
}

/** How many of some subjects hold each pair; one that is not named is in none of them. */
export interface PairCounts {
  readonly subjects: number;
  /** These are some of many more. */
  readonly isSample: boolean;
  readonly holding: ReadonlyMap<string, number>;
}

/** A pair to compare by, and what it weighs. */
export interface WeighedPair {
  readonly pair: string;
  readonly weight: number;
  /** Rare enough to look others up by. */
  readonly finds: boolean;
}

/**
 * By which pairs similar matters are found and ranked: the rarer a pair, the more it weighs, and those of the subject twice as much.
 * At most thirty-two, so that a long text costs no more than a short one; those that find hold a small part of a long list together.
 */
export function weighedPairs({ subject, text }: SoughtContent, { subjects, isSample, holding }: PairCounts): readonly WeighedPair[] {
  const ofSubject = new Set(pairsIn(subject));
  const heldBy = (pair: string): number => holding.get(pair) ?? 0;
  const isCommon = (held: number): boolean => held > OF_MOST * subjects || (held > OF_MANY * subjects && held > MANY);
  const weighed = [...new Set([...ofSubject, ...pairsIn(text)])]
    // What only the text says, and no subject ever did, finds nothing.
    .filter((pair) => ofSubject.has(pair) || holding.has(pair))
    .map((pair) => {
      const rarity = Math.log((subjects + 2) / (heldBy(pair) + 1));
      return { pair, weight: rarity * (ofSubject.has(pair) ? 1 : OF_TEXT), finds: !isCommon(heldBy(pair)) };
    })
    .sort((one, other) => other.weight - one.weight || (one.pair < other.pair ? -1 : 1))
    .slice(0, PAIRS_MAX);
  const rarest = Math.min(...weighed.map(({ pair }) => heldBy(pair)));
  // Where all are common the rarest find, so that two characters do.
  if (!weighed.some(({ finds }) => finds)) return weighed.map((one) => ({ ...one, finds: heldBy(one.pair) === rarest }));
  return isSample ? withinBounds(weighed, heldBy, LOOKED_AT * subjects) : weighed;
}

function withinBounds(weighed: readonly WeighedPair[], heldBy: (pair: string) => number, most: number): readonly WeighedPair[] {
  const rarestFirst = weighed.filter(({ finds }) => finds).sort((one, other) => heldBy(one.pair) - heldBy(other.pair));
  const finding = new Set<string>();
  let together = 0;
  for (const { pair } of rarestFirst) {
    together += heldBy(pair);
    if (finding.size > 0 && together > most) break;
    finding.add(pair);
  }
  return weighed.map((one) => ({ ...one, finds: finding.has(one.pair) }));
}
