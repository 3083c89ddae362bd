import { z } from 'zod';
import { projectSchema } from '../../domain/project.js';
import { idField } from '../dto/fields.js';
import { problem } from '../problem.js';
import { type Route, staffRoute } from '../route.js';

const projectSchemaOut = projectSchema.meta({ id: 'Project' });

export const projectRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/projects',
    id: 'listProjects',
    tag: 'projects',
    summary: '项目列表 List your projects',
    access: 'staff',
    answer: z.object({ projects: z.array(projectSchemaOut) }),
    async handle({ staff }, { people }) {
      const projects = await people.projects();
      return { body: { projects: projects.filter(({ id }) => staff.projectIds.includes(id)) } };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/projects/:id',
    id: 'getProject',
    tag: 'projects',
    summary: '项目详情 Read a project',
    access: 'staff',
    params: z.object({ id: idField }),
    answer: projectSchemaOut,
    async handle({ params, staff }, { people }) {
      const project = staff.projectIds.includes(params.id) ? await people.project(params.id) : undefined;
      return project ? { body: project } : problem('not_found', { detail: 'no such project' });
    },
  }),
];
