import type { Ticket } from '../domain/ticket.js';
import { playablePeople } from '../usecases/playable-people.js';
import { type Address, createPlayer, type Player } from './player.js';
import type { Theatre } from './theatre.js';
import { createTime } from './time.js';
import { until } from './until.js';

export interface Stage {
  readonly theatre: Theatre;
  /** Somebody of the demonstration's town, by name. */
  person(name: string): Player;
  /** Somebody whom the service does not know. */
  stranger(name: string, address: Address): Player;
  /** Lets time pass, from one thing that falls due to the next, until the condition holds. */
  pass<T>(what: string, condition: () => Promise<T | false | undefined> | T | false | undefined): Promise<T>;
  /** Waits until the ticket is as described. */
  ticket(id: string, what: string, isSo: (ticket: Ticket) => unknown): Promise<Ticket>;
  /** The newest ticket of this kind. */
  newest(isIt: (ticket: Ticket) => boolean): Promise<Ticket>;
  /** Everybody who has an address, with the name to print. */
  names(): ReadonlyMap<string, string>;
  close(): void;
}

/** Sets the stage: everybody in town gets a chat and a telephone. */
export async function openStage(theatre: Theatre): Promise<Stage> {
  const { stores } = theatre;
  const town = await playablePeople(stores);
  const names = new Map<string, string>();
  const players = new Map<string, Player>();

  function stranger(name: string, address: Address): Player {
    for (const value of [address.wechat, address.phone]) if (value) names.set(value, name);
    const player = createPlayer(theatre.simulators, name, address);
    players.set(name, player);
    return player;
  }
  for (const { name, wechat, phone, invitationCode } of town) stranger(name, { wechat, phone, invitationCode });
  for (const { name, dutyPhone } of await stores.people.projects()) {
    stranger(`${name}值班`, { phone: dutyPhone });
  }

  const time = createTime(theatre);
  await time.slow();
  return {
    theatre,
    stranger,
    person(name) {
      const player = players.get(name);
      if (!player) throw new Error(`nobody is called ${name}`);
      return player;
    },
    pass: time.pass,
    ticket: (id, what, isSo) =>
      until(`${id}: ${what}`, async () => {
        const ticket = await stores.tickets.get(id);
        return ticket && isSo(ticket) ? ticket : undefined;
      }),
    newest: (isIt) =>
      until('a new ticket', async () => {
        const { tickets } = await stores.tickets.list({}, { limit: 5 });
        return tickets.find(isIt);
      }),
    names: () => names,
    close() {
      for (const player of players.values()) player.leave();
    },
  };
}
