import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { openBacking } from '../app/backing.js';
import { createClosers } from '../app/closers.js';
import { ConfigError, loadConfig } from '../config.js';
import { createLogger } from '../log.js';
import { importTown, townSchema } from '../usecases/import-town.js';

const USAGE = 'usage: npm run import -- town.json   (see docs/first-steps.md for what the file holds)';

/** Brings a site's projects and staff into the database, and prints the passwords and codes that were made. */
async function main(file: string | undefined): Promise<number> {
  if (!file) {
    console.error(USAGE);
    return 2;
  }
  const parsed = townSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) {
    console.error(`${file}: nothing was imported.\n${z.prettifyError(parsed.error)}`);
    return 1;
  }
  const config = loadConfig();
  const log = createLogger('warn');
  const closers = createClosers(log);
  try {
    const { stores } = await openBacking(config, log, closers);
    const { logins, invitations } = await importTown(stores, parsed.data);
    console.log(`${parsed.data.projects.length} projects, ${parsed.data.staff.length} members of staff.`);
    for (const { name, username, password } of logins) console.log(`login  ${name}: ${username} / ${password}`);
    for (const { name, code } of invitations) console.log(`code   ${name}: ${code} (to be sent to the WeChat bot)`);
    return 0;
  } finally {
    await closers.closeAll();
  }
}

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof ConfigError || error instanceof SyntaxError ? error.message : String(error));
    process.exitCode = 1;
  },
);
