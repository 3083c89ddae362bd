import { play } from '../../src/demo/play.js';
import type { Step } from '../../src/demo/scene.js';
import type { Stage } from '../../src/demo/stage.js';
import { STORY } from '../../src/demo/story.js';
import { Missing } from '../../src/demo/until.js';
import { startProgram } from '../support/e2e-process.js';

it('the demonstration reaches every step of its list and prints who said what, and the histories', async () => {
  const demo = startProgram({}, 'demo/main.js');
  const code = await demo.ended();
  expect(demo.output()).toContain('every step was reached');
  expect(code).toBe(0);
  for (const { name } of STORY.flatMap(({ steps }) => [...steps])) expect(demo.output()).toContain(`✓ ${name}`);
  expect(demo.output()).toMatch(/微信 {2}何女士 → 上门: /);
  expect(demo.output()).toMatch(/reopen +completed → confirmed/);
}, 150_000);

describe('a step that is not reached', () => {
  const step = (name: string, run: Step['play'] = async () => {}): Step => ({ name, play: run });
  const story = (broken: Step['play']) => [
    { title: 'one', steps: [step('a'), step('b', broken)] },
    { title: 'two', steps: [step('c')] },
  ];
  const fails = (error: Error) => async () => {
    throw error;
  };

  it('is named with all that come after it', async () => {
    const lines: string[] = [];
    const missing = await play({} as Stage, story(fails(new Missing('nobody came'))), (line) => lines.push(line));
    expect(missing).toEqual(['b', 'c']);
    expect(lines.join('\n')).toContain('✗ nobody came');
  });

  it('is no excuse for a fault of the program', async () => {
    await expect(play({} as Stage, story(fails(new TypeError('a bug'))), () => {})).rejects.toThrow('a bug');
  });
});
