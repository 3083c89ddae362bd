import type { Book, Scene } from './scene.js';
import type { Stage } from './stage.js';
import type { Print } from './transcript.js';
import { Missing } from './until.js';

const WIDTH = 60;

/** Plays the scenes until a step is not reached. @returns the names of the steps that are missing, none where all is well. */
export async function play(stage: Stage, scenes: readonly Scene[], print: Print): Promise<string[]> {
  const steps = scenes.flatMap((scene) => scene.steps.map(({ name }) => name));
  const reached = new Set<string>();
  const book: Book = new Map();
  try {
    for (const { title, steps: some } of scenes) {
      print(`\n── ${title} ${'─'.repeat(Math.max(4, WIDTH - title.length))}`);
      for (const step of some) {
        await step.play(stage, book);
        reached.add(step.name);
        print(`    ✓ ${step.name}  (${reached.size}/${steps.length})`);
      }
    }
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    print(`    ✗ ${error.message}`);
  }
  return steps.filter((name) => !reached.has(name));
}
