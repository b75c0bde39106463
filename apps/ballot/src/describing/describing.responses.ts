/** Somebody on the list, with what they handed in. */
export class ProfileAnswer {
  id!: string;
  label!: string;
  /** Null where no text was handed in. */
  text!: string | null;
  /** The fingerprint under which the picture is fetched; null where none was handed in. */
  picture!: string | null;
}

/** Everybody on the list, in the order of the paper, whether they handed something in or not. */
export class ProfilesAnswer {
  profiles!: ProfileAnswer[];
}
