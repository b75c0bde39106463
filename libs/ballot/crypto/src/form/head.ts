/** The end of the chain: publish its hash, it fixes everything before it. */
export interface ChainHead {
  readonly height: number;
  readonly hash: string;
}
