import { validateSync } from 'class-validator';
import { Length, MaxLength } from './characters.js';

class Named {
  @Length(1, 3)
  name: unknown = '';

  @MaxLength(2, { each: true })
  aliases: unknown[] = [];

  @Length(4, 6)
  motto: unknown = '李李李李';
}

const faultsOf = (name: unknown, aliases: unknown[] = []): readonly string[] =>
  validateSync(Object.assign(new Named(), { name, aliases })).flatMap(({ property, constraints }) =>
    Object.keys(constraints ?? {}).map((reason) => `${property} ${reason}`),
  );

describe('a text of so many characters', () => {
  it('is counted as people count: a rare ideograph is one', () => {
    expect(faultsOf('李𬱖𬱖')).toEqual([]);
    expect(faultsOf('李𬱖𬱖𬱖')).toEqual(['name isLength']);
    expect(faultsOf('李', ['𬱖𬱖', '𬱖𬱖𬱖'])).toEqual(['aliases maxLength']);
  });

  it('is counted also where its units alone would leave a doubt, at either end', () => {
    const mottoOf = (motto: string) => validateSync(Object.assign(new Named(), { name: '李', motto })).length === 0;
    expect(['李李李', '𬱖𬱖𬱖', '𬱖𬱖𬱖李', '李李李李李李', '𬱖𬱖𬱖𬱖𬱖𬱖', '𬱖𬱖𬱖𬱖𬱖李李', '𬱖𬱖𬱖𬱖𬱖𬱖𬱖'].map(mottoOf)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is a text, and has its least length', () => {
    expect(faultsOf('')).toEqual(['name isLength']);
    expect(faultsOf(7)).toEqual(['name isLength']);
    expect(faultsOf(['李'])).toEqual(['name isLength']);
  });
});
