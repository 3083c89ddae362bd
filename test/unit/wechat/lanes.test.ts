import { createLanes } from '../../../bots/wechat/lanes.js';
import { quietLog } from '../../support/builders.js';

/** Work that waits until it is told to go on. */
function gate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('lanes', () => {
  it('keeps the order of one person, however long the first message takes', async () => {
    const lanes = createLanes({ log: quietLog });
    const { open, opened } = gate();
    const done: string[] = [];
    lanes.add('a', () => opened.then(() => done.push('picture')));
    lanes.add('a', async () => done.push('text'));
    lanes.add('b', async () => done.push('neighbour'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toEqual(['neighbour']);
    open();
    await lanes.close();
    expect(done).toEqual(['neighbour', 'picture', 'text']);
  });

  it('tries again where handing on failed, before anything later of that person', async () => {
    const lanes = createLanes({ log: quietLog, waits: [1, 1, 1] });
    const done: string[] = [];
    let failures = 2;
    await new Promise<void>((resolve) => {
      lanes.add('a', async () => {
        if (failures-- > 0) throw new Error('the database is away');
        done.push('first');
      });
      lanes.add('a', async () => {
        done.push('second');
        resolve();
      });
    });
    expect(done).toEqual(['first', 'second']);
    await lanes.close();
  });

  it('gives up after the last wait, says so, and goes on', async () => {
    const errors: string[] = [];
    const lanes = createLanes({ log: { ...quietLog, error: (_, message) => void errors.push(message) }, waits: [1] });
    let attempts = 0;
    await new Promise<void>((resolve) => {
      lanes.add('a', async () => {
        attempts++;
        throw new Error('never');
      });
      lanes.add('a', async () => resolve());
    });
    expect({ attempts, errors }).toEqual({ attempts: 2, errors: ['a WeChat message was given up'] });
    await lanes.close();
  });

  it('does not wait out its waits when it is closed, and takes no more', async () => {
    const lanes = createLanes({ log: quietLog, waits: [3_600_000] });
    let later = false;
    lanes.add('a', async () => {
      throw new Error('away');
    });
    await new Promise((resolve) => setImmediate(resolve));
    await lanes.close();
    lanes.add('a', async () => {
      later = true;
    });
    await lanes.close();
    expect(later).toBe(false);
  });
});
