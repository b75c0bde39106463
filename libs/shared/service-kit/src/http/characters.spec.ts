import { validateSync } from 'class-validator';
import { Length, MaxLength } from './characters.js';

class Named {
  @Length(1, 3)
  name: unknown = '';

  @MaxLength(2, { each: true })
  aliases: unknown[] = [];
}

const faultsOf = (name: unknown, aliases: unknown[] = []): readonly string[] =>
  validateSync(Object.assign(new Named(), { name, aliases })).flatMap(({ property, constraints }) => Object.keys(constraints ?? {}).map((reason) => `${property} ${reason}`));

describe('a text of so many characters', () => {
  it('is counted as people count: a rare ideograph is one', () => {
    expect(faultsOf('李𬱖𬱖')).toEqual([]);
    expect(faultsOf('李𬱖𬱖𬱖')).toEqual(['name isLength']);
    expect(faultsOf('李', ['𬱖𬱖', '𬱖𬱖𬱖'])).toEqual(['aliases maxLength']);
  });

  it('is a text, and has its least length', () => {
    expect(faultsOf('')).toEqual(['name isLength']);
    expect(faultsOf(7)).toEqual(['name isLength']);
    expect(faultsOf(['李'])).toEqual(['name isLength']);
  });
});
