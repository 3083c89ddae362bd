import type { Turn } from '../../../src/domain/conversation.js';
import type { PromptName } from '../../../src/domain/effects.js';
import type { Reply } from '../../../src/domain/reply.js';
import { aWorld, SPEAKERS, type Speaker, type World } from './world.js';

/**
 * Plays a transcript. One line each:
 *   `住户: 马桶堵了`            somebody says it (the speakers are in world.ts)
 *   `电话: [来电]`             also [挂断] [沉默] [无人接听] [照片] [语音] [留言] and [按 1]
 *   `上门: 什么时候|方便`        the answer holds these words (several lines and `|` all must hold); `上门: ` alone: no answer
 *   `不说: 电话`               the answer does not hold this
 *   `= W-1001 confirmed plumbing`  the ticket has this state, category, urgency, or any other of its words
 *   `= 2`                     so many tickets
 *   `等: 住户 10`              minutes pass; the time-outs that fall due answer together
 *   `派单: W-1001` `完工: W-1001` `提问: 师傅 offer W-1001` `重发`    the queue's part; the last turn delivered again
 *   `期待: human`              what the call waits for
 */
export async function play(script: string, world?: World): Promise<World> {
  const stage = new Stage(world ?? (await aWorld()));
  const lines = script.split('\n').map((line) => line.trim());
  for (const [n, line] of lines.entries()) {
    if (line === '') continue;
    try {
      await stage.perform(line);
    } catch (error) {
      const heard = `\n  line ${n + 1}: ${line}\n  the answer was: ${stage.answer.replaceAll('\n', ' / ') || '(none)'}`;
      throw new Error(`${error instanceof Error ? error.message : error}${heard}`);
    }
  }
  return stage.world;
}

const BRACKETS: Record<string, () => Turn['input']> = {
  来电: () => ({ kind: 'start' }),
  来电云和: () => ({ kind: 'start', to: '+861060000001' }),
  挂断: () => ({ kind: 'hangup' }),
  沉默: () => ({ kind: 'silence' }),
  无人接听: () => ({ kind: 'unreached' }),
  照片: () => ({ kind: 'media', media: { id: 'photo-1', kind: 'image' } }),
  语音: () => ({ kind: 'media', media: { id: 'voice-1', kind: 'audio' } }),
  留言: () => ({ kind: 'media', media: { id: 'RE1', kind: 'audio' } }),
};

function inputOf(speaker: Speaker, said: string): Turn['input'] {
  const key = /^\[按 ?(.+)\]$/.exec(said)?.[1];
  if (key) return { kind: 'digits', digits: key };
  const special = BRACKETS[/^\[(.+)\]$/.exec(said)?.[1] ?? ''];
  if (special) return special();
  return { kind: 'text', text: said, isSpeech: SPEAKERS[speaker].channel === 'phone' };
}

class Stage {
  answer = '';
  private reply: Reply | null = null;
  private last: { speaker: Speaker; input: Turn['input']; id: string } | undefined;
  private turns = 0;
  constructor(readonly world: World) {}

  async perform(line: string): Promise<void> {
    const [, head = '', rest = ''] = /^(\S+?)(?:[::]\s*(.*)|\s+(.*))?$/u.exec(line)?.map((part) => part ?? '') ?? [];
    if (line.startsWith('=')) return this.check(line.slice(1).trim().split(/\s+/));
    if (head in SPEAKERS) return this.speak(head as Speaker, rest);
    const words = rest.split(/\s+/);
    switch (head) {
      case '上门':
        return this.expects(rest);
      case '不说':
        if (this.answer.includes(rest)) throw new Error(`it should not say ${rest}`);
        return;
      case '期待':
        if (this.reply?.expect !== rest) throw new Error(`it waits for ${this.reply?.expect}, not ${rest}`);
        return;
      case '等':
        return this.wait(words[0] as Speaker, Number(words[1]));
      case '派单':
        return this.world.dispatch(rest);
      case '完工':
        return this.world.complete(rest);
      case '提问':
        return this.prompt(words[0] as Speaker, words[1] as PromptName, words[2] ?? '');
      case '重发':
        return this.again();
      default:
        throw new Error(`nobody is called ${head}`);
    }
  }

  private async speak(speaker: Speaker, said: string): Promise<void> {
    this.last = { speaker, input: inputOf(speaker, said), id: `play-${++this.turns}` };
    await this.hear(speaker, await this.world.turn(speaker, this.last.input, this.last.id));
  }

  private async again(): Promise<void> {
    if (!this.last) throw new Error('nothing was said yet');
    const before = this.answer;
    const { speaker, input, id } = this.last;
    await this.hear(speaker, await this.world.turn(speaker, input, id));
    if (this.answer !== before) throw new Error(`the answer was "${before}" the first time`);
  }

  private async prompt(speaker: Speaker, prompt: PromptName, ticketId: string): Promise<void> {
    await this.hear(speaker, await this.world.prompt(speaker, prompt, ticketId));
  }

  private async wait(speaker: Speaker, minutes: number): Promise<void> {
    const replies = await this.world.wait(speaker, minutes);
    const texts = await Promise.all(replies.map((reply) => this.world.read(speaker, reply)));
    this.answer = texts.filter(Boolean).join('\n');
    this.reply = replies.at(-1) ?? null;
  }

  private async hear(speaker: Speaker, reply: Reply | null): Promise<void> {
    this.reply = reply;
    this.answer = await this.world.read(speaker, reply);
  }

  private expects(words: string): void {
    if (words === '' && this.answer !== '') throw new Error('it should say nothing');
    const missing = words.split('|').filter((part) => !this.answer.includes(part));
    if (missing.length > 0) throw new Error(`it does not say ${missing.join(', ')}`);
  }

  private async check(words: string[]): Promise<void> {
    const tickets = await this.world.tickets();
    if (/^\d+$/.test(words[0] ?? '')) {
      if (tickets.length !== Number(words[0])) throw new Error(`there are ${tickets.length} tickets`);
      return;
    }
    const ticket = await this.world.ticket(words[0] ?? '');
    const { effects: _, transcript: __, ...plain } = ticket;
    const text = JSON.stringify(plain);
    const missing = words.slice(1).filter((word) => !text.includes(word));
    if (missing.length > 0) throw new Error(`the ticket has no ${missing.join(', ')}: ${text}`);
  }
}
