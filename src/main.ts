import { type App, startApp } from './app/app.js';
import { ConfigError, loadConfig } from './config.js';
import { createLogger } from './log.js';

/** Problems that a person can mend: one message, no stack. */
const isForPeople = (error: unknown): error is Error =>
  error instanceof Error &&
  ['CONFIG_INVALID', 'DATA_DIR_IN_USE', 'EADDRINUSE'].includes(String((error as { code?: unknown }).code));

function welcome({ config, logins }: App): string {
  const url = config.publicUrl;
  const lines = [`上门 Shangmen is ready (${config.roles.join(', ')}).`];
  if (config.roles.includes('web')) {
    if (config.simulators && config.role === 'all') {
      lines.push(
        `  微信模拟 WeChat simulator   ${url}/simulators/wechat`,
        `  电话模拟 phone simulator    ${url}/simulators/phone`,
      );
    }
    lines.push(`  接口文档 API documentation  ${url}/api/docs`, `  任务队列 queue board        ${url}/queues`);
  }
  for (const { username, password, role, name } of logins) {
    lines.push(`  演示账号 demo login         ${username} / ${password}  (${name}, ${role})`);
  }
  return lines.join('\n');
}

/** The second signal does not wait. */
function stopOnSignals(app: App): void {
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log(`\n${signal}: stopping …`);
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

try {
  const config = loadConfig();
  await startApp(config, createLogger(config.logLevel), {
    onServing(app) {
      stopOnSignals(app);
      console.log(welcome(app));
    },
  });
} catch (error) {
  if (!isForPeople(error)) throw error;
  const hint =
    'port' in error
      ? `port ${String(error.port)} is in use: stop the other program, or choose another port with PORT`
      : error.message;
  console.error(error instanceof ConfigError ? error.message : hint);
  process.exit(1);
}
