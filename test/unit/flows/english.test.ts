import { play } from './play.js';

describe('in English', () => {
  it('goes on in English where the first message is English', async () => {
    await play(`
      新人: Kitchen pipe leaking, building 3 unit 2 room 601
      上门: When would a visit suit you|1. As soon as possible
      新人: 1
      上门: number|skip
      新人: skip
      上门: Building 3, Unit 2, Room 601|plumbing
      新人: yes
      上门: Done. Your ticket is W-1001
      = W-1001 plumbing "locale":"en"
    `);
  });

  it('changes the language on request, in the middle of a flow', async () => {
    await play(`
      新人: 厨房水管漏水了
      上门: 请问在哪里
      新人: English
      上门: English it is|Where is it
      新人: 中文
      上门: 我们说中文|请问在哪里
    `);
  });

  it('reports by telephone', async () => {
    await play(`
      陌生电话: [来电]
      陌生电话: English
      上门: English it is|what is wrong
      陌生电话: the kitchen pipe is leaking, building 3 unit 2 room 601
      上门: When would a visit suit you|As soon as possible: press 1
      陌生电话: [按 1]
      上门: Building 3, Unit 2, Room 6 0 1|Confirm: press 1
      陌生电话: yes
      上门: Your ticket is 1 0 0 1|Anything else
      陌生电话: no, thanks
      上门: Goodbye
      期待: end
      = W-1001 plumbing "locale":"en"
    `);
  });

  it('checks, urges and cancels a ticket', async () => {
    await play(`
      新人: My toilet is blocked, building 3 unit 2 room 601, tomorrow morning, 13900001234
      上门: drainage|tomorrow (Wed) 08:00–12:00|13900001234
      新人: yes
      新人: status
      上门: W-1001 (drainage): we are finding a technician; you wished tomorrow
      新人: hurry up
      上门: I have pushed W-1001
      新人: cancel
      上门: Do you really want to cancel W-1001
      新人: yes
      上门: W-1001 is cancelled
      = W-1001 cancelled
    `);
  });

  it('warns of danger', async () => {
    await play(`
      新人: I smell gas in the kitchen
      上门: Do not touch any switch|Where exactly
      = W-1001 emergency gas
    `);
  });

  it('answers what it does not understand with what it does', async () => {
    await play(`
      新人: hello there
      上门: I take repair requests|1. Report a problem
      新人: help
      上门: Just tell me the problem
    `);
  });
});
