import { fitted } from './picture-size.js';

it.each([
  [
    { width: 4032, height: 3024 },
    { width: 480, height: 360 },
  ],
  [
    { width: 3024, height: 4032 },
    { width: 360, height: 480 },
  ],
  [
    { width: 480, height: 480 },
    { width: 480, height: 480 },
  ],
  [
    { width: 120, height: 90 },
    { width: 120, height: 90 },
  ],
  [
    { width: 9000, height: 3 },
    { width: 480, height: 1 },
  ],
])('a picture of %j is handed in as %j', (size, handedIn) => {
  expect(fitted(size)).toEqual(handedIn);
});
