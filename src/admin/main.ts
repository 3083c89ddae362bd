import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openBacking } from '../app/backing.js';
import { createClosers } from '../app/closers.js';
import { ConfigError, loadConfig } from '../config.js';
import { createLogger } from '../log.js';
import type { Stores } from '../store/stores.js';
import { importTown, townSchema } from '../usecases/import-town.js';
import { importLexicon } from './lexicon.js';

const USAGE = `usage: npm run import -- town.json                            projects and people, see docs/first-steps.md
       npm run import -- --lexicon words.txt --project ID     words of one project, see docs/lexicon.md`;

async function withStores<T>(use: (stores: Stores) => Promise<T>): Promise<T> {
  const log = createLogger('warn');
  const closers = createClosers(log);
  try {
    const { stores } = await openBacking(loadConfig(), log, closers);
    return await use(stores);
  } finally {
    await closers.closeAll();
  }
}

/** Brings a site's projects and staff into the database, and prints the passwords and codes that were made. */
async function town(file: string): Promise<number> {
  const parsed = townSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) {
    console.error(`${file}: nothing was imported.\n${z.prettifyError(parsed.error)}`);
    return 1;
  }
  const { logins, invitations } = await withStores((stores) => importTown(stores, parsed.data));
  console.log(`${parsed.data.projects.length} projects, ${parsed.data.staff.length} members of staff.`);
  for (const { name, username, password } of logins) console.log(`login  ${name}: ${username} / ${password}`);
  for (const { name, code } of invitations) console.log(`code   ${name}: ${code} (to be sent to the WeChat bot)`);
  return 0;
}

/** Teaches a project's words, or says what is wrong with which line and changes nothing. */
async function lexicon(file: string, projectId: string): Promise<number> {
  const source = await readFile(file, 'utf8');
  const { taken, refused } = await withStores((stores) => importLexicon(stores, projectId, source));
  for (const { line, reason } of refused) console.error(`${file}:${line}: ${reason}`);
  if (refused.length > 0) console.error(`${file}: nothing was imported.`);
  else console.log(`${taken} entries for ${projectId}.`);
  return refused.length > 0 ? 1 : 0;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { lexicon: { type: 'string' }, project: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (values.lexicon && values.project) return lexicon(values.lexicon, values.project);
  if (file && !values.lexicon && !values.project) return town(file);
  console.error(USAGE);
  return 2;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof ConfigError || error instanceof SyntaxError ? error.message : String(error));
    process.exitCode = 1;
  },
);
