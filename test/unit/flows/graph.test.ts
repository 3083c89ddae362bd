import { type AskStep, type Flow, isAsk, OPERATIONS, type Step } from '../../../bots/dialog/flow.js';
import { FLOWS } from '../../../bots/flows/index.js';
import { zhCN } from '../../../bots/texts/zh-CN.js';
import { PROMPTS } from '../../../src/domain/effects.js';

const targets = (step: Step): string[] => {
  if (!('next' in step)) return [];
  return typeof step.next === 'string' ? [step.next] : Object.values(step.next);
};

/** Steps that can be reached from one, the one included. */
function reachable(flow: Flow, from: string): Set<string> {
  const found = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const step = flow.steps[name];
    if (!step || found.has(name)) continue;
    found.add(name);
    open.push(...targets(step));
  }
  return found;
}

const isEnd = (step: Step | undefined): boolean => step !== undefined && ('end' in step || 'goto' in step);
const flows = Object.values(FLOWS).map((flow) => [flow.id, flow] as const);

/** Choices that a question offers, as far as they are fixed. */
const fixedChoices = (step: AskStep): string[] =>
  [step.options, step.simplerOptions].flatMap((options) => (Array.isArray(options) ? (options as string[]) : []));

describe.each(flows)('the flow %s', (_id, flow) => {
  const steps = Object.entries(flow.steps);

  it('leads only to steps that exist', () => {
    const missing = steps.flatMap(([name, step]) =>
      targets(step)
        .filter((to) => !flow.steps[to])
        .map((to) => `${name} → ${to}`),
    );
    expect(missing).toEqual([]);
    expect(flow.steps[flow.start]).toBeDefined();
  });

  it('reaches every step', () => {
    const entries = [flow.start, flow.onAbandon, flow.waitsAt].filter((name) => name !== undefined);
    const found = new Set(entries.flatMap((name) => [...reachable(flow, name)]));
    expect(steps.map(([name]) => name).filter((name) => !found.has(name))).toEqual([]);
  });

  it('can reach an end from every step', () => {
    const stuck = steps
      .map(([name]) => name)
      .filter((name) => ![...reachable(flow, name)].some((to) => isEnd(flow.steps[to])));
    expect(stuck).toEqual([]);
  });

  it('asks nobody who is gone', () => {
    const { onAbandon } = flow;
    const asked = onAbandon ? [...reachable(flow, onAbandon)].filter((name) => isAsk(flow.steps[name]!)) : [];
    expect(asked).toEqual([]);
  });

  it('goes over to flows that exist', () => {
    const unknown = steps.flatMap(([, step]) => ('goto' in step && !FLOWS[step.goto] ? [step.goto] : []));
    expect(unknown).toEqual([]);
  });

  it('says sentences that exist', () => {
    const keys = steps.flatMap(([, step]) => {
      if (isAsk(step)) return [step.ask, step.simpler, ...fixedChoices(step).map((id) => `choice.${id}`)];
      if ('say' in step) return [step.say];
      return 'end' in step && step.end ? [step.end] : [];
    });
    expect([...keys, flow.onCancel].filter((key) => key !== undefined && !(key in zhCN))).toEqual([]);
  });

  it('has a way for every fixed choice', () => {
    const lost = steps.flatMap(([name, step]) => {
      if (!isAsk(step) || typeof step.next === 'string') return [];
      const { next } = step;
      return fixedChoices(step)
        .filter((id) => !next[id] && !next['*'])
        .map((id) => `${name}: ${id}`);
    });
    expect(lost).toEqual([]);
  });

  it('does not wait for ever', () => {
    expect(flow.idle.close).toBeGreaterThan(flow.idle.remind ?? 0);
    expect(flow.idle.close).toBeLessThanOrEqual(24 * 60);
  });
});

describe('the flows together', () => {
  it('have one for every question of the service', () => {
    expect(PROMPTS.filter((prompt) => !FLOWS[prompt]?.isPrompt)).toEqual([]);
  });

  it('use every operation', () => {
    const used = new Set(
      Object.values(FLOWS).flatMap(({ steps }) =>
        Object.values(steps).flatMap((step) => ('do' in step ? [step.do] : [])),
      ),
    );
    expect(OPERATIONS.filter((name) => !used.has(name))).toEqual([]);
  });

  it('offer choices only where a number is not an answer itself', () => {
    const scored = Object.values(FLOWS)
      .flatMap(({ steps }) => Object.values(steps).filter(isAsk))
      .filter(({ accept }) => accept === 'score');
    expect(scored.every(({ options }) => options === undefined)).toBe(true);
  });
});
