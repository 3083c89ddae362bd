import type { Resident, Staff } from '../../src/domain/people.js';
import type { Project } from '../../src/domain/project.js';
import type { PeopleStore } from '../../src/ports.js';
import { TakenError } from '../../src/store/errors.js';
import { copy } from './memory-copy.js';

type SavedStaff = Staff & { passwordHash?: string };

/** What only one member of staff may have. */
const UNIQUE = ['wechatId', 'phone', 'username', 'invitationCode'] as const;

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** Projects, staff and residents in memory. */
export function memoryPeople(): PeopleStore {
  const projects = new Map<string, Project>();
  const staff = new Map<string, SavedStaff>();
  const residents = new Map<string, Resident>();

  const staffWhere = (test: (member: SavedStaff) => boolean) => [...staff.values()].toSorted(byId).filter(test);
  const withoutPassword = (member: SavedStaff | undefined): Staff | undefined => {
    if (!member) return undefined;
    const { passwordHash: _, ...known } = member;
    return copy(known);
  };
  const assertFree = (candidate: Staff) => {
    for (const key of UNIQUE) {
      const holder = staffWhere((member) => candidate[key] !== undefined && member[key] === candidate[key])[0];
      if (holder && holder.id !== candidate.id) throw new TakenError(key);
    }
  };

  return {
    project: async (id) => copy(projects.get(id)),
    projects: async () => copy([...projects.values()].toSorted(byId)),
    projectByHotline: async (phone) => copy([...projects.values()].find(({ hotlines }) => hotlines.includes(phone))),
    saveProject: async (project) => void projects.set(project.id, copy(project)),

    staff: async (id) => withoutPassword(staff.get(id)),
    listStaff: async ({ projectId, role }) =>
      staffWhere(
        (member) =>
          (projectId === undefined || member.projectIds.includes(projectId)) &&
          (role === undefined || member.role === role),
      ).flatMap((member) => withoutPassword(member) ?? []),
    staffByWechat: async (wechatId) => withoutPassword(staffWhere((member) => member.wechatId === wechatId)[0]),
    staffByPhone: async (phone) => withoutPassword(staffWhere((member) => member.phone === phone)[0]),
    async staffByUsername(username) {
      const [member] = staffWhere((candidate) => candidate.username === username);
      return member?.passwordHash === undefined ? undefined : copy({ ...member, passwordHash: member.passwordHash });
    },
    async bindStaff(invitationCode, wechatId) {
      const [member] = staffWhere((candidate) => candidate.invitationCode === invitationCode);
      if (!member || staffWhere((other) => other.wechatId === wechatId && other.id !== member.id).length)
        return undefined;
      staff.set(member.id, copy({ ...member, wechatId, invitationCode: undefined }));
      return withoutPassword(staff.get(member.id));
    },
    async saveStaff(member, passwordHash) {
      assertFree(member);
      staff.set(member.id, copy({ ...member, passwordHash: passwordHash ?? staff.get(member.id)?.passwordHash }));
    },

    resident: async (id) => copy(residents.get(id)),
    async residentBy({ wechatId, phone }) {
      const all = [...residents.values()].toSorted(byId);
      const byWechat = wechatId !== undefined && all.find(({ wechatIds }) => wechatIds.includes(wechatId));
      const byPhone = phone !== undefined && all.find(({ phones }) => phones.includes(phone));
      return copy(byWechat || byPhone || undefined);
    },
    saveResident: async (resident) => void residents.set(resident.id, copy(resident)),
  };
}
