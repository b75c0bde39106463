/** The mark of the house: a hall of seats in a seal. */
export function Seal({ size = 28 }: { readonly size?: number }) {
  return <img src="/seal.svg" width={size} height={size} alt="" />;
}
