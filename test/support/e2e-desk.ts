import { DEMO_PASSWORD } from '../../src/usecases/seed-data.js';

/** The fields of the API's ticket that tests look at. */
export interface DeskTicket {
  id: string;
  state: string;
  category: string;
  urgency: string;
  assigneeId?: string;
  offeredTo?: string;
  description: string;
  resident: { name?: string; phone?: string };
  offers: { technicianId: string; outcome: string }[];
  breaches: { clock: string }[];
  timeline: { kind: string; action?: string; what?: string; status?: string }[];
}

/** A dispatcher at the API. */
export interface Desk {
  get<T = unknown>(path: string): Promise<T>;
  report(over: object): Promise<DeskTicket>;
  act(id: string, action: string, input?: object): Promise<DeskTicket>;
  ticket(id: string): Promise<DeskTicket>;
  tickets(): Promise<DeskTicket[]>;
  setScale(scale: number): Promise<void>;
}

/** Logs in as the demonstration's dispatcher. Every answer that is not 2xx throws with its body. */
export async function openDesk(url: string): Promise<Desk> {
  let token = '';
  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
  const credentials = { username: 'dispatcher', password: DEMO_PASSWORD };
  ({ token } = await ask<{ token: string }>('POST', '/api/v1/login', credentials));
  return {
    get: (path) => ask('GET', path),
    report: (over) => ask('POST', '/api/v1/tickets', { ...REPORT, ...over }),
    act: (id, action, input = {}) => ask('POST', `/api/v1/tickets/${id}/actions/${action}`, input),
    ticket: (id) => ask('GET', `/api/v1/tickets/${id}`),
    tickets: async () => (await ask<{ tickets: DeskTicket[] }>('GET', '/api/v1/tickets?limit=100')).tickets,
    setScale: (scale) => ask('POST', '/simulators/clock', { scale }),
  };
}

const REPORT = {
  projectId: 'demo-garden',
  category: 'plumbing',
  description: '厨房水管漏水',
  location: { building: '3', unit: '2', room: '502' },
  resident: { name: '何女士', phone: '+8613800000001' },
  isConfirmed: true,
};
