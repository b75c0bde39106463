/**
 * A check of the sealing or opening device that did not hold: nothing is sealed or opened after it. Its message is the name of the check.
 */
export class DeviceRefusal extends Error {
  override readonly name = 'DeviceRefusal';
}
