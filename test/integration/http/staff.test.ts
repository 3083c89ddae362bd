import { type Served, serve } from './serve.js';

const newTechnician = (over: object = {}) => ({
  name: '钱师傅',
  role: 'technician',
  projectIds: ['demo-garden'],
  phone: '13800001099',
  skills: ['plumbing'],
  shifts: [{ weekdays: [1, 2, 3], from: '08:00', to: '18:00' }],
  ...over,
});

describe('staff over the API', () => {
  let api: Served;
  beforeEach(async () => {
    api = await serve();
  });
  afterEach(() => api.close());

  const add = (over: object = {}, as = 'manager') =>
    api.call('POST', '/api/v1/staff', { as, body: newTechnician(over) });
  const patch = (id: string, body: object, as = 'manager') => api.call('PATCH', `/api/v1/staff/${id}`, { as, body });

  it('lists technicians with the invitation codes of those who have no account bound', async () => {
    const { body } = await api.call('GET', '/api/v1/staff?role=technician&projectId=demo-garden');
    const [bound, unbound] = body.staff;
    expect(bound).toMatchObject({ name: '王师傅', isBound: true });
    expect(bound.invitationCode).toBeUndefined();
    expect(unbound).toMatchObject({ name: '李师傅', isBound: false, invitationCode: 'SM-DEMO2002' });
    expect(JSON.stringify(body)).not.toContain('wx-');
  });

  it('lets a manager add a technician, who can then bind an account by the code', async () => {
    const { status, headers, body } = await add();
    expect(status).toBe(201);
    expect(body).toMatchObject({ phone: '+8613800001099', isActive: true, isBound: false });
    const bound = await api.stores.people.bindStaff(body.invitationCode, 'wx-new');
    expect(bound?.id).toBe(body.id);
    expect((await api.call('GET', headers.get('location')!)).body.isBound).toBe(true);
  });

  it('lets only managers change staff', async () => {
    expect((await add({}, 'dispatcher')).status).toBe(403);
    expect((await patch('demo-technician-01', { name: '甲' }, 'dispatcher')).status).toBe(403);
  });

  it('refuses a number or name that somebody else has, and changes nothing', async () => {
    expect((await add({ phone: '+8613800001001' })).status).toBe(409);
    const taken = { role: 'dispatcher', username: 'manager', password: 'long-enough-1' };
    expect((await add(taken)).status).toBe(409);
    expect(await api.stores.people.listStaff({})).toHaveLength(15);
  });

  it('changes what the patch names and leaves the rest', async () => {
    const { status, body } = await patch('demo-technician-01', { isActive: false, skills: ['gas'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ isActive: false, skills: ['gas'], name: '王师傅', isBound: true });
  });

  it('unbinds a lost telephone by a new invitation', async () => {
    const { body } = await patch('demo-technician-01', { renewInvitation: true });
    expect(body).toMatchObject({ isBound: false, invitationCode: expect.stringMatching(/^SM-[A-Z2-9]{8}$/) });
    expect(await api.stores.people.staffByWechat('wx-technician-01')).toBeUndefined();
  });

  it('gives a login with a new dispatcher, and a new password', async () => {
    const desk = { role: 'dispatcher', username: 'newdesk', password: 'first-password' };
    const { body } = await add({ ...desk, phone: '13800002077' });
    const logIn = (password: string) =>
      api.call('POST', '/api/v1/login', { as: undefined, body: { username: 'newdesk', password } });
    expect((await logIn('first-password')).status).toBe(200);
    expect((await patch(body.id, { password: 'second-password' })).status).toBe(200);
    expect((await logIn('first-password')).status).toBe(401);
    expect((await logIn('second-password')).status).toBe(200);
  });

  it('refuses half a login, a login for technicians, and locking oneself out', async () => {
    expect((await add({ username: 'tech', password: 'long-enough-1' })).status).toBe(422);
    expect((await add({ role: 'dispatcher', username: 'half' })).status).toBe(422);
    expect((await add({ role: 'dispatcher', password: 'long-enough-1' })).status).toBe(422);
    expect((await patch('demo-manager', { isActive: false })).status).toBe(422);
  });

  it('keeps managers within their own projects', async () => {
    const manager = (await api.stores.people.staff('demo-manager'))!;
    await api.stores.people.saveStaff({ ...manager, projectIds: ['demo-tower'] });
    expect((await add()).status).toBe(422);
    expect((await patch('demo-technician-01', { name: '甲' })).status).toBe(404);
    expect((await patch('demo-technician-02', { projectIds: ['demo-tower'] })).status).toBe(422);
    expect((await patch('demo-technician-02', { name: '李大师傅' })).status).toBe(200);
  });
});
