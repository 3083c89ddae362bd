import { hashPassword, isPassword, NOBODYS_HASH } from '../../../src/usecases/password.js';

describe('passwords', () => {
  it('are told right from wrong by their hash, however the letters were typed', async () => {
    const hash = await hashPassword('café 上门');
    expect(await isPassword('cafe\u0301 上门', hash)).toBe(true);
    expect(await isPassword('cafe 上门', hash)).toBe(false);
  });

  it('have a salt of their own each', async () => {
    const [a, b] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(a).not.toBe(b);
    expect(a).not.toContain('same');
  });

  it('cost an unknown user as much as a known one', async () => {
    expect(await isPassword('', NOBODYS_HASH)).toBe(false);
    const costs = (hash: string) => hash.split('$').slice(0, 4);
    expect(costs(NOBODYS_HASH)).toEqual(costs(await hashPassword('x')));
  });

  it('fail loudly on a malformed hash', async () => {
    await expect(isPassword('x', 'md5$abc')).rejects.toThrow('malformed');
  });
});
