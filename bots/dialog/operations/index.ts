import type { OperationName, Outcome } from '../flow.js';
import { known } from '../slots.js';
import { actOnPicked, findFinished, listTickets, pickTicket } from './about-ticket.js';
import { bind, bookCallback, keepMedia, reachHuman } from './desk.js';
import { amendEmergency, reportEmergency } from './emergency.js';
import { chooseKind } from './kinds.js';
import { answerOffer, promiseTime } from './offer.js';
import type { Operation, OperationDeps, Performed, Scene } from './operation.js';
import { amendTicket, loadTicket, submitSurvey } from './questions.js';
import { chooseProject, nextProblem, recallPerson, report, reportRecording, reportUnfinished } from './report.js';
import { carryOutCommand } from './technician.js';
import { nextCommand, resolveCommand } from './technician-tickets.js';

const OPERATIONS: Record<OperationName, Operation> = {
  recall_person: recallPerson,
  choose_project: chooseProject,
  choose_kind: chooseKind,
  report,
  report_unfinished: reportUnfinished,
  report_recording: reportRecording,
  next_problem: nextProblem,
  report_emergency: reportEmergency,
  amend_emergency: amendEmergency,
  keep_media: keepMedia,
  list_tickets: listTickets,
  find_finished: findFinished,
  pick_ticket: pickTicket,
  act: actOnPicked,
  load_ticket: loadTicket,
  amend_ticket: amendTicket,
  submit_survey: submitSurvey,
  answer_offer: answerOffer,
  promise_time: promiseTime,
  resolve_command: resolveCommand,
  next_command: nextCommand,
  carry_out_command: carryOutCommand,
  bind,
  reach_human: reachHuman,
  book_callback: bookCallback,
};

/** Performs what the engine asked for. Repeating it under the same key changes nothing more. */
export const perform = (deps: OperationDeps, outcome: Outcome, scene: Omit<Scene, 'args'>): Promise<Performed> =>
  OPERATIONS[outcome.do](deps, known(outcome.slots), { ...scene, args: outcome.with });
