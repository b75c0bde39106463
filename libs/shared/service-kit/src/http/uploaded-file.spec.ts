import { MalformedError } from '@plenum/kernel';
import type { FastifyRequest } from 'fastify';
import { uploadedFile } from './uploaded-file.js';

const sent = (filename: string, asked: unknown[] = []): FastifyRequest =>
  ({
    isMultipart: () => true,
    file: (limit: unknown) => {
      asked.push(limit);
      return Promise.resolve({ filename, toBuffer: () => Promise.resolve(Buffer.from('a,b')) });
    },
  }) as unknown as FastifyRequest;

describe('uploadedFile', () => {
  it.each([
    ['名册 2026.csv', '名册 2026.csv'],
    ['  two\tlines\n.csv ', 'two lines .csv'],
    ['nul\u0000 bell\u0007 esc\u001b.csv', 'nul bell esc.csv'],
    ['gnp\u202Evsc.exe', 'gnpvsc.exe'],
    ['half \uD800 a letter', 'half a letter'],
    ['', ''],
  ])('shows %j as %j', async (given, shown) => {
    expect(await uploadedFile(sent(given))).toEqual({ name: shown, content: Buffer.from('a,b') });
  });

  it('leaves the middle out of a long name, counted in letters, and keeps its ending', async () => {
    const { name } = await uploadedFile(sent(`${'𬱖'.repeat(300)}.xlsx`));
    expect([...name]).toHaveLength(200);
    expect(name).toMatch(/^𬱖+…𬱖+\.xlsx$/u);
  });

  it('reads one byte more than the most, where that is to be seen', async () => {
    const asked: unknown[] = [];
    await uploadedFile(sent('a', asked), 10);
    await uploadedFile(sent('a', asked));
    expect(asked).toEqual([{ throwFileSizeLimit: false, limits: { fileSize: 11 } }, {}]);
  });

  it.each([
    ['a request that is no form', { isMultipart: (): boolean => false }],
    ['a form without a file', { isMultipart: (): boolean => true, file: () => Promise.resolve(undefined) }],
  ])('names the field of %s', async (_, request) => {
    await expect(uploadedFile(request as unknown as FastifyRequest)).rejects.toEqual(
      new MalformedError([{ field: 'file', reason: 'required' }]),
    );
  });
});
