import type { QueryFilter } from 'mongoose';
import type { TicketFilter } from '../ports.js';
import { decodeCursor } from './cursor.js';
import type { Stored } from './model.js';

/** The port's filter as a query. Text is a substring without regard to case; `createdTo` itself is outside. */
export function filterOf(filter: TicketFilter): QueryFilter<Stored> {
  const { projectId, state, residentId, text, createdFrom, createdTo, ...equal } = filter;
  const pattern = text === undefined ? undefined : { $regex: escapeRegex(text), $options: 'i' };
  return {
    ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
    ...(projectId !== undefined && { projectId: { $in: [projectId].flat() } }),
    ...(state && { state: { $in: [...state] } }),
    ...(residentId !== undefined && { 'resident.personId': residentId }),
    ...(pattern && { $or: [{ _id: pattern }, { description: pattern }] }),
    ...((createdFrom || createdTo) && {
      createdAt: { ...(createdFrom && { $gte: createdFrom }), ...(createdTo && { $lt: createdTo }) },
    }),
  };
}

/** Tickets behind the cursor's place, newest first; the plain bound is what lets an index begin there. */
export function olderThan(cursor: string): QueryFilter<Stored> {
  const { createdAt, id } = decodeCursor(cursor);
  return { createdAt: { $lte: createdAt }, $or: [{ createdAt: { $lt: createdAt } }, { _id: { $lt: id } }] };
}

const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
