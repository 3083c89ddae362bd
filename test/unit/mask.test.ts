import { maskId, maskPhone } from '../../src/mask.js';

describe('masking', () => {
  it.each([
    ['+8613800000001', '+86138****0001'],
    ['13800000001', '138****0001'],
    ['+14155550123', '+141****0123'],
  ])('keeps %s recognisable as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it('shows nothing of a short id and little of a long one', () => {
    expect(maskId('wx_1')).toBe('****');
    expect(maskId('wxid_abcdef')).toBe('wxi****ef');
  });
});
