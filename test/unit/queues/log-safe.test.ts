import { safeId, safeMessage } from '../../../src/usecases/log-safe.js';

describe('what is logged', () => {
  it.each([
    ['sms-+8613800000001-3-0-a1', 'sms-+86138****0001-3-0-a1'],
    ['wechat-wxid_abcdef-12-1', 'wechat-wxi****ef-12-1'],
    ['wechat-room-77-wxid_abcdef-12-1', 'wechat-roo****ef-12-1'],
    ['W-1001-3-0-a0', 'W-1001-3-0-a0'],
    ['digest-2026-03-10-disp-1', 'digest-2026-03-10-disp-1'],
  ])('shows %s without the person', (id, shown) => {
    expect(safeId(id)).toBe(shown);
  });

  it('masks numbers in a provider’s words', () => {
    expect(safeMessage(new Error("The 'To' number +8613800000001 is not valid"))).toBe(
      "The 'To' number +86138****0001 is not valid",
    );
  });
});
