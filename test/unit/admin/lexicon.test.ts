import { readFileSync } from 'node:fs';
import { importLexicon } from '../../../src/admin/lexicon.js';
import type { Project } from '../../../src/domain/project.js';
import { townSchema } from '../../../src/usecases/import-town.js';
import { memoryStores } from '../../support/memory-stores.js';

/** The project that docs/first-steps.md shows, saved. */
async function eastGarden(changes: Partial<Project> = {}) {
  const { people } = memoryStores();
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/first-steps.md', 'utf8')) ?? [];
  const project = { ...townSchema.parse(JSON.parse(json)).projects[0]!, ...changes };
  await people.saveProject(project);
  return { people, project };
}

/** The lines of the first block of docs/lexicon.md: a lexicon to begin with. */
const documented = () => /```text\n([\s\S]*?)```/.exec(readFileSync('docs/lexicon.md', 'utf8'))?.[1] ?? '';

describe('importing a lexicon (词库)', () => {
  it('saves it as it was written, where every line is good', async () => {
    const { people, project } = await eastGarden();
    const source = '# 东苑\n楼栋 望江楼 = 8\n\n地点 银杏广场\n';
    expect(await importLexicon({ people }, 'east-garden', source)).toEqual({ taken: 2, refused: [] });
    expect(await people.project('east-garden')).toEqual({ ...project, lexicon: source });
  });

  it('takes the one of the documentation', async () => {
    const { people } = await eastGarden();
    const { taken, refused } = await importLexicon({ people }, 'east-garden', documented());
    expect(refused).toEqual([]);
    expect(taken).toBeGreaterThan(4);
  });

  it('replaces the former one', async () => {
    const { people } = await eastGarden({ lexicon: '地点 银杏广场' });
    await importLexicon({ people }, 'east-garden', '地点 小瀛洲');
    expect((await people.project('east-garden'))?.lexicon).toBe('地点 小瀛洲');
    expect(await importLexicon({ people }, 'east-garden', '')).toEqual({ taken: 0, refused: [] });
    expect((await people.project('east-garden'))?.lexicon).toBe('');
  });

  it('changes nothing where one line is bad, and says which', async () => {
    const { people, project } = await eastGarden({ lexicon: '地点 银杏广场' });
    const { taken, refused } = await importLexicon({ people }, 'east-garden', '地点 小瀛洲\n楼栋 望江楼 = 海\n');
    expect(taken).toBe(0);
    expect(refused).toEqual([{ line: 2, reason: expect.stringContaining('海') }]);
    expect(await people.project('east-garden')).toEqual(project);
  });

  it('refuses what is longer than a project keeps, at the line where it is', async () => {
    const { people, project } = await eastGarden({ lexicon: '地点 银杏广场' });
    const source = '地点 小瀛洲\n'.repeat(40_000);
    const refused = [
      { line: Math.floor(200_000 / '地点 小瀛洲\n'.length) + 1, reason: expect.stringContaining('200000') },
    ];
    expect(await importLexicon({ people }, 'east-garden', source)).toEqual({ taken: 0, refused });
    expect(await people.project('east-garden')).toEqual(project);
  });

  it('throws for a project that is not there, and makes none', async () => {
    const { people } = await eastGarden();
    await expect(importLexicon({ people }, 'west-garden', '地点 小瀛洲')).rejects.toThrow('west-garden');
    expect((await people.projects()).map(({ id }) => id)).toEqual(['east-garden']);
  });
});
